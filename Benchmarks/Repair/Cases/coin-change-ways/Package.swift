// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CoinChangeWays",
    targets: [
        .target(name: "CoinChangeWays"),
        .testTarget(name: "CoinChangeWaysTests", dependencies: ["CoinChangeWays"]),
    ]
)
