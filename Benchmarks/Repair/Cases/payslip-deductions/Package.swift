// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PayslipDeductions",
    targets: [
        .target(name: "PayslipDeductions"),
        .testTarget(name: "PayslipDeductionsTests", dependencies: ["PayslipDeductions"]),
    ]
)
