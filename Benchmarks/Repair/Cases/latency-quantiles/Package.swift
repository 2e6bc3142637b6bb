// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "LatencyQuantiles",
    targets: [
        .target(name: "LatencyQuantiles"),
        .testTarget(name: "LatencyQuantilesTests", dependencies: ["LatencyQuantiles"]),
    ]
)
