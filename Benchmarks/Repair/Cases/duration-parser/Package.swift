// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "DurationParser",
    targets: [
        .target(name: "DurationParser"),
        .testTarget(name: "DurationParserTests", dependencies: ["DurationParser"]),
    ]
)
