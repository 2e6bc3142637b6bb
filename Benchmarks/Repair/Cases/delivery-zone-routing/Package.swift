// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "DeliveryZoneRouting",
    targets: [
        .target(name: "DeliveryZoneRouting"),
        .testTarget(name: "DeliveryZoneRoutingTests", dependencies: ["DeliveryZoneRouting"]),
    ]
)
