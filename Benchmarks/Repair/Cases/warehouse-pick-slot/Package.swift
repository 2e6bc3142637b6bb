// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "WarehousePickSlot",
    targets: [
        .target(name: "WarehousePickSlot"),
        .testTarget(name: "WarehousePickSlotTests", dependencies: ["WarehousePickSlot"]),
    ]
)
