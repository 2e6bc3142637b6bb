// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "IdempotentPayments",
    targets: [
        .target(name: "IdempotentPayments"),
        .testTarget(name: "IdempotentPaymentsTests", dependencies: ["IdempotentPayments"]),
    ]
)
