// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "QuotedStringEscapes",
    targets: [
        .target(name: "QuotedStringEscapes"),
        .testTarget(name: "QuotedStringEscapesTests", dependencies: ["QuotedStringEscapes"]),
    ]
)
