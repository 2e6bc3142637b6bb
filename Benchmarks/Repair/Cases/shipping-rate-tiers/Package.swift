// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ShippingRateTiers",
    targets: [
        .target(name: "ShippingRateTiers"),
        .testTarget(name: "ShippingRateTiersTests", dependencies: ["ShippingRateTiers"]),
    ]
)
