// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "BuildOrderPlanner",
    targets: [
        .target(name: "BuildOrderPlanner"),
        .testTarget(name: "BuildOrderPlannerTests", dependencies: ["BuildOrderPlanner"]),
    ]
)
