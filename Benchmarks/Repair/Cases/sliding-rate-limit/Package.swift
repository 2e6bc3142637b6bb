// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SlidingRateLimit",
    targets: [
        .target(name: "SlidingRateLimit"),
        .testTarget(name: "SlidingRateLimitTests", dependencies: ["SlidingRateLimit"]),
    ]
)
