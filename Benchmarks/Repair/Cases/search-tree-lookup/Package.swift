// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SearchTreeLookup",
    targets: [
        .target(name: "SearchTreeLookup"),
        .testTarget(name: "SearchTreeLookupTests", dependencies: ["SearchTreeLookup"]),
    ]
)
