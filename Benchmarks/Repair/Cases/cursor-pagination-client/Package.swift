// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "CursorPaginationClient",
    targets: [
        .target(name: "CursorPaginationClient"),
        .testTarget(name: "CursorPaginationClientTests", dependencies: ["CursorPaginationClient"]),
    ]
)
