// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ArithmeticParser",
    targets: [
        .target(name: "ArithmeticParser"),
        .testTarget(name: "ArithmeticParserTests", dependencies: ["ArithmeticParser"]),
    ]
)
