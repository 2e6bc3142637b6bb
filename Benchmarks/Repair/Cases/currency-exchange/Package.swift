// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CurrencyExchange",
    targets: [
        .target(name: "CurrencyExchange"),
        .testTarget(name: "CurrencyExchangeTests", dependencies: ["CurrencyExchange"]),
    ]
)
