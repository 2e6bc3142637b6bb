// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SessionQuota",
    targets: [
        .target(name: "SessionQuota"),
        .testTarget(name: "SessionQuotaTests", dependencies: ["SessionQuota"]),
    ]
)
