// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ConsistentHashRing",
    targets: [
        .target(name: "ConsistentHashRing"),
        .testTarget(name: "ConsistentHashRingTests", dependencies: ["ConsistentHashRing"]),
    ]
)
