// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RecipeTagFilter",
    targets: [
        .target(name: "RecipeTagFilter"),
        .testTarget(name: "RecipeTagFilterTests", dependencies: ["RecipeTagFilter"]),
    ]
)
