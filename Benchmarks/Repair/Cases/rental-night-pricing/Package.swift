// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RentalNightPricing",
    targets: [
        .target(name: "RentalNightPricing"),
        .testTarget(name: "RentalNightPricingTests", dependencies: ["RentalNightPricing"]),
    ]
)
