// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PrintSpooler",
    targets: [
        .target(name: "PrintSpooler"),
        .testTarget(name: "PrintSpoolerTests", dependencies: ["PrintSpooler"]),
    ]
)
