// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "AllPairsTravelTimes",
    targets: [
        .target(name: "AllPairsTravelTimes"),
        .testTarget(name: "AllPairsTravelTimesTests", dependencies: ["AllPairsTravelTimes"]),
    ]
)
