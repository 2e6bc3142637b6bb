// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "TypoSuggestions",
    targets: [
        .target(name: "TypoSuggestions"),
        .testTarget(name: "TypoSuggestionsTests", dependencies: ["TypoSuggestions"]),
    ]
)
