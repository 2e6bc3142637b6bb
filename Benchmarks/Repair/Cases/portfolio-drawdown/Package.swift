// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PortfolioDrawdown",
    targets: [
        .target(name: "PortfolioDrawdown"),
        .testTarget(name: "PortfolioDrawdownTests", dependencies: ["PortfolioDrawdown"]),
    ]
)
