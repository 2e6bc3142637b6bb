// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "FactorialDigits",
    targets: [
        .target(name: "FactorialDigits"),
        .testTarget(name: "FactorialDigitsTests", dependencies: ["FactorialDigits"]),
    ]
)
