// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CouponEligibility",
    targets: [
        .target(name: "CouponEligibility"),
        .testTarget(name: "CouponEligibilityTests", dependencies: ["CouponEligibility"]),
    ]
)
