// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "StreamTopScores",
    targets: [
        .target(name: "StreamTopScores"),
        .testTarget(name: "StreamTopScoresTests", dependencies: ["StreamTopScores"]),
    ]
)
