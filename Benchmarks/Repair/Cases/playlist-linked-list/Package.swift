// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PlaylistLinkedList",
    targets: [
        .target(name: "PlaylistLinkedList"),
        .testTarget(name: "PlaylistLinkedListTests", dependencies: ["PlaylistLinkedList"]),
    ]
)
