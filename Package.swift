// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let swiftSyntax: [Target.Dependency] = [
    .product(name: "SwiftSyntax", package: "swift-syntax"),
    .product(name: "SwiftParser", package: "swift-syntax"),
    .product(name: "SwiftOperators", package: "swift-syntax"),
]

let package = Package(
    name: "healing-lab",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "lab", targets: ["lab"]),
        .library(name: "AbortTrace", type: .dynamic, targets: ["AbortTrace"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    ],
    targets: [
        .target(
            name: "Incident",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .systemLibrary(
            name: "CGit2",
            pkgConfig: "libgit2",
            providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
        .target(name: "AbortTrace", cSettings: [.unsafeFlags(["-fno-omit-frame-pointer"])]),
        .target(name: "CProcess"),
        .target(
            name: "Workspace",
            dependencies: [
                "CGit2", "CProcess", "Incident",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings),
        .target(
            name: "SourceEdit",
            dependencies: ["Incident"] + swiftSyntax,
            swiftSettings: settings),
        .target(
            name: "Injector",
            dependencies: ["Incident", "SourceEdit"] + swiftSyntax,
            swiftSettings: settings),
        .target(name: "Classifier", dependencies: ["Incident"], swiftSettings: settings),
        .target(
            name: "Fixers",
            dependencies: ["Incident", "SourceEdit"] + swiftSyntax,
            swiftSettings: settings),
        .target(
            name: "Healing",
            dependencies: ["Classifier", "Fixers", "Incident", "Injector", "SourceEdit", "Workspace"],
            swiftSettings: settings),
        .executableTarget(
            name: "lab",
            dependencies: [
                "Classifier", "Healing", "Incident", "Injector", "Workspace",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Rainbow", package: "Rainbow"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "lab-bench",
            dependencies: [
                "Healing", "Incident", "Injector", "Workspace",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/LabBench",
            swiftSettings: settings),
        .testTarget(
            name: "ClassifierTests", dependencies: ["Classifier", "Incident"],
            resources: [.copy("Corpus")], swiftSettings: settings),
        .testTarget(name: "IncidentTests", dependencies: ["Incident"], swiftSettings: settings),
        .testTarget(
            name: "SourceEditTests", dependencies: ["SourceEdit"] + swiftSyntax, swiftSettings: settings),
        .testTarget(
            name: "FixersTests", dependencies: ["Fixers", "Incident", "SourceEdit"] + swiftSyntax,
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests", dependencies: ["lab", "Incident"], swiftSettings: settings),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["CProcess", "Incident", "Workspace"], swiftSettings: settings),
        .testTarget(
            name: "InjectorTests",
            dependencies: ["Incident", "Injector", "SourceEdit"] + swiftSyntax, swiftSettings: settings),
    ]
)
