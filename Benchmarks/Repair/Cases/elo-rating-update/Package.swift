// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "EloRatingUpdate",
    targets: [
        .target(name: "EloRatingUpdate"),
        .testTarget(name: "EloRatingUpdateTests", dependencies: ["EloRatingUpdate"]),
    ]
)
