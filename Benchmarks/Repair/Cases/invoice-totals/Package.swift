// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "InvoiceTotals",
    targets: [
        .target(name: "InvoiceTotals"),
        .testTarget(name: "InvoiceTotalsTests", dependencies: ["InvoiceTotals"]),
    ]
)
