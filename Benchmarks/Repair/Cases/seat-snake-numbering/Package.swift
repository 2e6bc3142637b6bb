// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SeatSnakeNumbering",
    targets: [
        .target(name: "SeatSnakeNumbering"),
        .testTarget(name: "SeatSnakeNumberingTests", dependencies: ["SeatSnakeNumbering"]),
    ]
)
