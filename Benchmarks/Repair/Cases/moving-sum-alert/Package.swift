// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "MovingSumAlert",
    targets: [
        .target(name: "MovingSumAlert"),
        .testTarget(name: "MovingSumAlertTests", dependencies: ["MovingSumAlert"]),
    ]
)
