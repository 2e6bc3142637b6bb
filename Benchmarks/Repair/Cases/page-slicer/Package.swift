// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PageSlicer",
    targets: [
        .target(name: "PageSlicer"),
        .testTarget(name: "PageSlicerTests", dependencies: ["PageSlicer"]),
    ]
)
