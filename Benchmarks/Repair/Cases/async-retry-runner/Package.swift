// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "AsyncRetryRunner",
    targets: [
        .target(name: "AsyncRetryRunner"),
        .testTarget(name: "AsyncRetryRunnerTests", dependencies: ["AsyncRetryRunner"]),
    ]
)
