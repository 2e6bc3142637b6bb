// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "MatrixProduct",
    targets: [
        .target(name: "MatrixProduct"),
        .testTarget(name: "MatrixProductTests", dependencies: ["MatrixProduct"]),
    ]
)
