// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SpiralReading",
    targets: [
        .target(name: "SpiralReading"),
        .testTarget(name: "SpiralReadingTests", dependencies: ["SpiralReading"]),
    ]
)
