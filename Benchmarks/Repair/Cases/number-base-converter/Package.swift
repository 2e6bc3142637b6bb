// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "NumberBaseConverter",
    targets: [
        .target(name: "NumberBaseConverter"),
        .testTarget(name: "NumberBaseConverterTests", dependencies: ["NumberBaseConverter"]),
    ]
)
