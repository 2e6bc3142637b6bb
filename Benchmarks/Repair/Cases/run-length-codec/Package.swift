// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RunLengthCodec",
    targets: [
        .target(name: "RunLengthCodec"),
        .testTarget(name: "RunLengthCodecTests", dependencies: ["RunLengthCodec"]),
    ]
)
