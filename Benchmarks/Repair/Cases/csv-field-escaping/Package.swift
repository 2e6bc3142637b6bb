// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CsvFieldEscaping",
    targets: [
        .target(name: "CsvFieldEscaping"),
        .testTarget(name: "CsvFieldEscapingTests", dependencies: ["CsvFieldEscaping"]),
    ]
)
