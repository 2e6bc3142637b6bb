// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PhoneNumberFormat",
    targets: [
        .target(name: "PhoneNumberFormat"),
        .testTarget(name: "PhoneNumberFormatTests", dependencies: ["PhoneNumberFormat"]),
    ]
)
