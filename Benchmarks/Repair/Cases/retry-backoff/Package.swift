// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RetryBackoff",
    targets: [
        .target(name: "RetryBackoff"),
        .testTarget(name: "RetryBackoffTests", dependencies: ["RetryBackoff"]),
    ]
)
