// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "FeatureRollout",
    targets: [
        .target(name: "FeatureRollout"),
        .testTarget(name: "FeatureRolloutTests", dependencies: ["FeatureRollout"]),
    ]
)
