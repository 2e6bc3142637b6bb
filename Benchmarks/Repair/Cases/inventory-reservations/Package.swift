// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "InventoryReservations",
    targets: [
        .target(name: "InventoryReservations"),
        .testTarget(name: "InventoryReservationsTests", dependencies: ["InventoryReservations"]),
    ]
)
