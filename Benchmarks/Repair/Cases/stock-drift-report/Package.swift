// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "StockDriftReport",
    targets: [
        .target(name: "StockDriftReport"),
        .testTarget(name: "StockDriftReportTests", dependencies: ["StockDriftReport"]),
    ]
)
