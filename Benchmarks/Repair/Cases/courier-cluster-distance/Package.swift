// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CourierClusterDistance",
    targets: [
        .target(name: "CourierClusterDistance"),
        .testTarget(name: "CourierClusterDistanceTests", dependencies: ["CourierClusterDistance"]),
    ]
)
