// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "StableMergeRuns",
    targets: [
        .target(name: "StableMergeRuns"),
        .testTarget(name: "StableMergeRunsTests", dependencies: ["StableMergeRuns"]),
    ]
)
