// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "IntervalMerger",
    targets: [
        .target(name: "IntervalMerger"),
        .testTarget(name: "IntervalMergerTests", dependencies: ["IntervalMerger"]),
    ]
)
