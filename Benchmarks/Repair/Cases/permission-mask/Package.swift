// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PermissionMask",
    targets: [
        .target(name: "PermissionMask"),
        .testTarget(name: "PermissionMaskTests", dependencies: ["PermissionMask"]),
    ]
)
