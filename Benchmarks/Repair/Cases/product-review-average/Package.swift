// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ProductReviewAverage",
    targets: [
        .target(name: "ProductReviewAverage"),
        .testTarget(name: "ProductReviewAverageTests", dependencies: ["ProductReviewAverage"]),
    ]
)
