// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "TextStatistics",
    targets: [
        .target(name: "TextStatistics"),
        .testTarget(name: "TextStatisticsTests", dependencies: ["TextStatistics"]),
    ]
)
