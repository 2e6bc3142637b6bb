// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RangeMinimumTree",
    targets: [
        .target(name: "RangeMinimumTree"),
        .testTarget(name: "RangeMinimumTreeTests", dependencies: ["RangeMinimumTree"]),
    ]
)
