// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ServiceDependencyGraph",
    targets: [
        .target(name: "ServiceDependencyGraph"),
        .testTarget(name: "ServiceDependencyGraphTests", dependencies: ["ServiceDependencyGraph"]),
    ]
)
