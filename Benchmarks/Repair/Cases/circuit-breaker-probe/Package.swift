// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CircuitBreakerProbe",
    targets: [
        .target(name: "CircuitBreakerProbe"),
        .testTarget(name: "CircuitBreakerProbeTests", dependencies: ["CircuitBreakerProbe"]),
    ]
)
