// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PriorityHeap",
    targets: [
        .target(name: "PriorityHeap"),
        .testTarget(name: "PriorityHeapTests", dependencies: ["PriorityHeap"]),
    ]
)
