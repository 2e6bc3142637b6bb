// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "TemplateTokeniser",
    targets: [
        .target(name: "TemplateTokeniser"),
        .testTarget(name: "TemplateTokeniserTests", dependencies: ["TemplateTokeniser"]),
    ]
)
