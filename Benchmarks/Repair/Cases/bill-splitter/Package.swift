// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "BillSplitter",
    targets: [
        .target(name: "BillSplitter"),
        .testTarget(name: "BillSplitterTests", dependencies: ["BillSplitter"]),
    ]
)
