// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "OrderStateMachine",
    targets: [
        .target(name: "OrderStateMachine"),
        .testTarget(name: "OrderStateMachineTests", dependencies: ["OrderStateMachine"]),
    ]
)
