// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "JobRetryQueue",
    targets: [
        .target(name: "JobRetryQueue"),
        .testTarget(name: "JobRetryQueueTests", dependencies: ["JobRetryQueue"]),
    ]
)
