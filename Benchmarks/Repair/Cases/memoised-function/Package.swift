// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "MemoisedFunction",
    targets: [
        .target(name: "MemoisedFunction"),
        .testTarget(name: "MemoisedFunctionTests", dependencies: ["MemoisedFunction"]),
    ]
)
