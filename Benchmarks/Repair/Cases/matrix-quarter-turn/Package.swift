// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "MatrixQuarterTurn",
    targets: [
        .target(name: "MatrixQuarterTurn"),
        .testTarget(name: "MatrixQuarterTurnTests", dependencies: ["MatrixQuarterTurn"]),
    ]
)
