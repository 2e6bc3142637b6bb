// swift-tools-version:6.0

import PackageDescription

let package = Package(
    name: "TextKit",
    products: [.library(name: "TextKit", targets: ["TextKit"])],
    targets: [
        .target(name: "TextKit"),
        .testTarget(name: "TextKitTests", dependencies: ["TextKit"]),
    ]
)
