// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "LabApp",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "labapp", targets: ["LabApp"]),
        .library(name: "Logic", targets: ["Logic"]),
    ],
    dependencies: [
        .package(url: "https://github.com/swhitty/FlyingFox.git", from: "0.27.1")
    ],
    targets: [
        .target(name: "Logic", path: "Logic", swiftSettings: settings),
        .target(
            name: "Handlers",
            dependencies: [
                "Logic",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            path: "Service/Handlers",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "LabApp",
            dependencies: [
                "Handlers",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            path: "Service/Main",
            swiftSettings: settings
        ),
        .testTarget(
            name: "LogicTests",
            dependencies: ["Logic"],
            path: "Tests/LogicTests",
            swiftSettings: settings
        ),
        .testTarget(
            name: "ServiceTests",
            dependencies: ["Handlers", .product(name: "FlyingFox", package: "FlyingFox")],
            path: "Tests/ServiceTests",
            swiftSettings: settings
        ),
    ]
)
