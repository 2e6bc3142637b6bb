// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SortedChainInsert",
    targets: [
        .target(name: "SortedChainInsert"),
        .testTarget(name: "SortedChainInsertTests", dependencies: ["SortedChainInsert"]),
    ]
)
