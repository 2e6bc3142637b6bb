// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PasswordPolicy",
    targets: [
        .target(name: "PasswordPolicy"),
        .testTarget(name: "PasswordPolicyTests", dependencies: ["PasswordPolicy"]),
    ]
)
