// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "BatchUploader",
    targets: [
        .target(name: "BatchUploader"),
        .testTarget(name: "BatchUploaderTests", dependencies: ["BatchUploader"]),
    ]
)
