// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ClickHistogram",
    targets: [
        .target(name: "ClickHistogram"),
        .testTarget(name: "ClickHistogramTests", dependencies: ["ClickHistogram"]),
    ]
)
