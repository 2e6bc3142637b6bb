// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "OrderBookQuotes",
    targets: [
        .target(name: "OrderBookQuotes"),
        .testTarget(name: "OrderBookQuotesTests", dependencies: ["OrderBookQuotes"]),
    ]
)
