// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "BestSalesStretch",
    targets: [
        .target(name: "BestSalesStretch"),
        .testTarget(name: "BestSalesStretchTests", dependencies: ["BestSalesStretch"]),
    ]
)
