// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "WildcardFileMatch",
    targets: [
        .target(name: "WildcardFileMatch"),
        .testTarget(name: "WildcardFileMatchTests", dependencies: ["WildcardFileMatch"]),
    ]
)
