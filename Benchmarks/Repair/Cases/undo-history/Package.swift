// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "UndoHistory",
    targets: [
        .target(name: "UndoHistory"),
        .testTarget(name: "UndoHistoryTests", dependencies: ["UndoHistory"]),
    ]
)
