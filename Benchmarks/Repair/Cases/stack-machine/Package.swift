// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "StackMachine",
    targets: [
        .target(name: "StackMachine"),
        .testTarget(name: "StackMachineTests", dependencies: ["StackMachine"]),
    ]
)
