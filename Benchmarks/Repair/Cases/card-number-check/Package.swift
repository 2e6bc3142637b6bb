// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CardNumberCheck",
    targets: [
        .target(name: "CardNumberCheck"),
        .testTarget(name: "CardNumberCheckTests", dependencies: ["CardNumberCheck"]),
    ]
)
