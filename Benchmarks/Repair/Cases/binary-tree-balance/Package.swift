// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "BinaryTreeBalance",
    targets: [
        .target(name: "BinaryTreeBalance"),
        .testTarget(name: "BinaryTreeBalanceTests", dependencies: ["BinaryTreeBalance"]),
    ]
)
