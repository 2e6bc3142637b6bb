// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ReportColumnWidths",
    targets: [
        .target(name: "ReportColumnWidths"),
        .testTarget(name: "ReportColumnWidthsTests", dependencies: ["ReportColumnWidths"]),
    ]
)
