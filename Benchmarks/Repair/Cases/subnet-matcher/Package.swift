// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SubnetMatcher",
    targets: [
        .target(name: "SubnetMatcher"),
        .testTarget(name: "SubnetMatcherTests", dependencies: ["SubnetMatcher"]),
    ]
)
