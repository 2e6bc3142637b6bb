// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RollingDigest",
    targets: [
        .target(name: "RollingDigest"),
        .testTarget(name: "RollingDigestTests", dependencies: ["RollingDigest"]),
    ]
)
