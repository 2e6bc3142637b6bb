// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "TokenBucketLimiter",
    targets: [
        .target(name: "TokenBucketLimiter"),
        .testTarget(name: "TokenBucketLimiterTests", dependencies: ["TokenBucketLimiter"]),
    ]
)
