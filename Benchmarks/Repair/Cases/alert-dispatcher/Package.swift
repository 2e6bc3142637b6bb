// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "AlertDispatcher",
    targets: [
        .target(name: "AlertDispatcher"),
        .testTarget(name: "AlertDispatcherTests", dependencies: ["AlertDispatcher"]),
    ]
)
