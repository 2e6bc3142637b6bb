// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RelativeTimePhrases",
    targets: [
        .target(name: "RelativeTimePhrases"),
        .testTarget(name: "RelativeTimePhrasesTests", dependencies: ["RelativeTimePhrases"]),
    ]
)
