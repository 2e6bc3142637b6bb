// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "IntegerSquareRoot",
    targets: [
        .target(name: "IntegerSquareRoot"),
        .testTarget(name: "IntegerSquareRootTests", dependencies: ["IntegerSquareRoot"]),
    ]
)
