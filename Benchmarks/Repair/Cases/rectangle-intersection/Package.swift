// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RectangleIntersection",
    targets: [
        .target(name: "RectangleIntersection"),
        .testTarget(name: "RectangleIntersectionTests", dependencies: ["RectangleIntersection"]),
    ]
)
