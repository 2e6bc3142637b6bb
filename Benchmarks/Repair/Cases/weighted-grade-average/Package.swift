// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "WeightedGradeAverage",
    targets: [
        .target(name: "WeightedGradeAverage"),
        .testTarget(name: "WeightedGradeAverageTests", dependencies: ["WeightedGradeAverage"]),
    ]
)
