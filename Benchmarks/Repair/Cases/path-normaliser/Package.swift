// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PathNormaliser",
    targets: [
        .target(name: "PathNormaliser"),
        .testTarget(name: "PathNormaliserTests", dependencies: ["PathNormaliser"]),
    ]
)
