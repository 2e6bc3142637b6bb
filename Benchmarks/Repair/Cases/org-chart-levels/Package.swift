// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "OrgChartLevels",
    targets: [
        .target(name: "OrgChartLevels"),
        .testTarget(name: "OrgChartLevelsTests", dependencies: ["OrgChartLevels"]),
    ]
)
