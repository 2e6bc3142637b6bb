// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "StaleEntrySweep",
    targets: [
        .target(name: "StaleEntrySweep"),
        .testTarget(name: "StaleEntrySweepTests", dependencies: ["StaleEntrySweep"]),
    ]
)
