// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "AccountDirectory",
    targets: [
        .target(name: "AccountDirectory"),
        .testTarget(name: "AccountDirectoryTests", dependencies: ["AccountDirectory"]),
    ]
)
