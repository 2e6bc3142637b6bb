// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "AsyncSingleFlight",
    targets: [
        .target(name: "AsyncSingleFlight"),
        .testTarget(name: "AsyncSingleFlightTests", dependencies: ["AsyncSingleFlight"]),
    ]
)
