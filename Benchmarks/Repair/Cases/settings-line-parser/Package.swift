// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SettingsLineParser",
    targets: [
        .target(name: "SettingsLineParser"),
        .testTarget(name: "SettingsLineParserTests", dependencies: ["SettingsLineParser"]),
    ]
)
