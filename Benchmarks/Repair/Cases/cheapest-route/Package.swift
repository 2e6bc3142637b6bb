// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CheapestRoute",
    targets: [
        .target(name: "CheapestRoute"),
        .testTarget(name: "CheapestRouteTests", dependencies: ["CheapestRoute"]),
    ]
)
