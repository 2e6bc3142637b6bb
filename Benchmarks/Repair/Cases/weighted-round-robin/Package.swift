// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "WeightedRoundRobin",
    targets: [
        .target(name: "WeightedRoundRobin"),
        .testTarget(name: "WeightedRoundRobinTests", dependencies: ["WeightedRoundRobin"]),
    ]
)
