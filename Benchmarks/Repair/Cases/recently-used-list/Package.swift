// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RecentlyUsedList",
    targets: [
        .target(name: "RecentlyUsedList"),
        .testTarget(name: "RecentlyUsedListTests", dependencies: ["RecentlyUsedList"]),
    ]
)
