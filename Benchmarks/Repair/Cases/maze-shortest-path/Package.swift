// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "MazeShortestPath",
    targets: [
        .target(name: "MazeShortestPath"),
        .testTarget(name: "MazeShortestPathTests", dependencies: ["MazeShortestPath"]),
    ]
)
