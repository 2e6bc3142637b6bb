// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PairSumFinder",
    targets: [
        .target(name: "PairSumFinder"),
        .testTarget(name: "PairSumFinderTests", dependencies: ["PairSumFinder"]),
    ]
)
