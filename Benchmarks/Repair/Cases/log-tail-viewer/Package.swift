// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "LogTailViewer",
    targets: [
        .target(name: "LogTailViewer"),
        .testTarget(name: "LogTailViewerTests", dependencies: ["LogTailViewer"]),
    ]
)
