// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "LedgerRunningBalance",
    targets: [
        .target(name: "LedgerRunningBalance"),
        .testTarget(name: "LedgerRunningBalanceTests", dependencies: ["LedgerRunningBalance"]),
    ]
)
