// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ContactChainFilter",
    targets: [
        .target(name: "ContactChainFilter"),
        .testTarget(name: "ContactChainFilterTests", dependencies: ["ContactChainFilter"]),
    ]
)
