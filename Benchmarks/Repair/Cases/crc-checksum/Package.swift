// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CrcChecksum",
    targets: [
        .target(name: "CrcChecksum"),
        .testTarget(name: "CrcChecksumTests", dependencies: ["CrcChecksum"]),
    ]
)
