// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ModularPower",
    targets: [
        .target(name: "ModularPower"),
        .testTarget(name: "ModularPowerTests", dependencies: ["ModularPower"]),
    ]
)
