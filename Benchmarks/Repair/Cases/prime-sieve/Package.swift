// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PrimeSieve",
    targets: [
        .target(name: "PrimeSieve"),
        .testTarget(name: "PrimeSieveTests", dependencies: ["PrimeSieve"]),
    ]
)
