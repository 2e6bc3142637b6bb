// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ExpressionPrecedence",
    targets: [
        .target(name: "ExpressionPrecedence"),
        .testTarget(name: "ExpressionPrecedenceTests", dependencies: ["ExpressionPrecedence"]),
    ]
)
