// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "KnapsackCapacity",
    targets: [
        .target(name: "KnapsackCapacity"),
        .testTarget(name: "KnapsackCapacityTests", dependencies: ["KnapsackCapacity"]),
    ]
)
