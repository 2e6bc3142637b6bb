// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "TemperatureScales",
    targets: [
        .target(name: "TemperatureScales"),
        .testTarget(name: "TemperatureScalesTests", dependencies: ["TemperatureScales"]),
    ]
)
