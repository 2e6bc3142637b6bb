// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CircularSampleWindow",
    targets: [
        .target(name: "CircularSampleWindow"),
        .testTarget(name: "CircularSampleWindowTests", dependencies: ["CircularSampleWindow"]),
    ]
)
