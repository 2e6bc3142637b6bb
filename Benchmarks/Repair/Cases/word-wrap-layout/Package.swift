// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "WordWrapLayout",
    targets: [
        .target(name: "WordWrapLayout"),
        .testTarget(name: "WordWrapLayoutTests", dependencies: ["WordWrapLayout"]),
    ]
)
