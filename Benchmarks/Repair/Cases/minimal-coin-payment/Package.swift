// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "MinimalCoinPayment",
    targets: [
        .target(name: "MinimalCoinPayment"),
        .testTarget(name: "MinimalCoinPaymentTests", dependencies: ["MinimalCoinPayment"]),
    ]
)
