// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "JsonPrettyPrinter",
    targets: [
        .target(name: "JsonPrettyPrinter"),
        .testTarget(name: "JsonPrettyPrinterTests", dependencies: ["JsonPrettyPrinter"]),
    ]
)
