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

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]

let package = Package(
    name: "healing-lab",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "lab", targets: ["lab"]),
        .library(name: "AbortTrace", type: .dynamic, targets: ["AbortTrace"]),
        .library(name: "ForkServer", type: .dynamic, targets: ["ForkServer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    ],
    targets: [
        .target(
            name: "Incident",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(name: "Scoreboard", dependencies: ["Incident"], swiftSettings: settings),
        .target(
            name: "Reports",
            dependencies: ["Incident", "Scoreboard", .product(name: "Mustache", package: "swift-mustache")],
            resources: [.embedInCode("Templates")],
            swiftSettings: settings),
        .target(name: "Doctor", swiftSettings: settings),
        .systemLibrary(
            name: "CGit2",
            pkgConfig: "libgit2",
            providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
        .target(name: "AbortTrace", cSettings: [.unsafeFlags(["-fno-omit-frame-pointer"])]),
        .target(name: "ForkServer", cSettings: [.unsafeFlags(["-O2"])]),
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
            exclude: ["Runtime"],
            swiftSettings: settings),
        .target(name: "Classifier", dependencies: ["Incident"], swiftSettings: settings),
        .target(
            name: "Fixers",
            dependencies: ["Incident", "SourceEdit"] + swiftSyntax,
            swiftSettings: settings),
        .target(
            name: "Watchdog", dependencies: ["Incident"], path: "Sources/Watchdog/Core",
            swiftSettings: settings),
        .target(name: "CSupervise"),
        .target(
            name: "WatchdogEngines",
            dependencies: [
                "CProcess", "CSupervise", "Incident", "Watchdog",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ] + nio,
            path: "Sources/Watchdog/Engines", swiftSettings: settings),
        .target(
            name: "WatchdogProbes",
            dependencies: [
                "Incident", "Watchdog", .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ] + nio,
            path: "Sources/Watchdog/Probes", swiftSettings: settings),
        .target(
            name: "WatchdogConfiguration",
            dependencies: ["Incident", "Watchdog", .product(name: "Yams", package: "Yams")],
            path: "Sources/Watchdog/Configuration", swiftSettings: settings),
        .target(
            name: "WatchdogServer",
            dependencies: [
                "Incident", "Watchdog",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ] + nio,
            path: "Sources/Watchdog/Server", swiftSettings: settings),
        .target(
            name: "WatchdogJournal",
            dependencies: [
                "CProcess", "Incident", "Watchdog", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Sources/Watchdog/Journal", swiftSettings: settings),
        .target(
            name: "Trials", dependencies: ["Incident", "SourceEdit", "Workspace"],
            swiftSettings: settings),
        .target(
            name: "Mutation", dependencies: ["Incident", "SourceEdit", "Trials", "Workspace"],
            swiftSettings: settings),
        .target(
            name: "Healing",
            dependencies: [
                "Classifier", "Fixers", "Incident", "Injector", "SourceEdit", "Trials", "Workspace",
            ],
            path: "Sources/Healing/Code",
            swiftSettings: settings),
        .target(
            name: "RuntimeFaults", dependencies: ["Incident"], path: "Sources/Injector/Runtime",
            swiftSettings: settings),
        .target(
            name: "RuntimeHealing",
            dependencies: ["Incident", "RuntimeFaults", "Watchdog", "WatchdogEngines"],
            path: "Sources/Healing/Runtime", swiftSettings: settings),
        .target(
            name: "Bench",
            dependencies: [
                "Healing", "Incident", "Injector", "RuntimeFaults", "RuntimeHealing", "Scoreboard",
                "SourceEdit", "Watchdog", "Workspace",
            ],
            path: "Sources/Healing/Bench", swiftSettings: settings),
        .executableTarget(
            name: "lab",
            dependencies: [
                "Bench", "Classifier", "Doctor", "Healing", "Incident", "Injector", "Mutation", "Reports",
                "RuntimeFaults", "RuntimeHealing", "Scoreboard", "Watchdog",
                "WatchdogConfiguration", "WatchdogEngines", "WatchdogJournal", "WatchdogProbes",
                "WatchdogServer", "Workspace",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Rainbow", package: "Rainbow"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "lab-bench",
            dependencies: [
                "Healing", "Incident", "Injector", "Mutation", "SourceEdit", "Trials", "Workspace",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/LabBench",
            swiftSettings: settings),
        .testTarget(
            name: "ClassifierTests", dependencies: ["Classifier", "Incident"],
            resources: [.copy("Corpus")], swiftSettings: settings),
        .testTarget(name: "DoctorTests", dependencies: ["Doctor"], swiftSettings: settings),
        .testTarget(
            name: "IncidentTests", dependencies: ["Incident", "Scoreboard"], swiftSettings: settings),
        .testTarget(
            name: "BenchTests",
            dependencies: ["Bench", "Incident", "RuntimeFaults", "Scoreboard", "Watchdog"],
            swiftSettings: settings),
        .testTarget(
            name: "ScoreboardTests", dependencies: ["Incident", "Scoreboard"], swiftSettings: settings),
        .testTarget(
            name: "ReportsTests", dependencies: ["Incident", "Reports", "Scoreboard"], exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "SourceEditTests", dependencies: ["SourceEdit"] + swiftSyntax, swiftSettings: settings),
        .testTarget(
            name: "FixersTests", dependencies: ["Fixers", "Incident", "SourceEdit"] + swiftSyntax,
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["lab", "Incident", "Reports", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["CProcess", "Incident", "Workspace"], swiftSettings: settings),
        .testTarget(
            name: "HealingTests", dependencies: ["Healing", "Incident", "Workspace"], swiftSettings: settings),
        .testTarget(
            name: "MutationTests",
            dependencies: ["Incident", "Mutation", "SourceEdit", "Trials", "Workspace"],
            swiftSettings: settings),
        .testTarget(
            name: "ForkServerTests", dependencies: ["Incident", "Workspace"], swiftSettings: settings),
        .target(
            name: "WatchdogSimulation", dependencies: ["Incident", "Watchdog"],
            path: "Tests/WatchdogTests/Simulation", swiftSettings: settings),
        .executableTarget(
            name: "lab-runtime-bench",
            dependencies: [
                "Incident", "RuntimeFaults", "RuntimeHealing", "Watchdog", "WatchdogEngines",
                "WatchdogJournal",
                "WatchdogProbes", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + nio,
            path: "Benchmarks/RuntimeBench", swiftSettings: settings),
        .testTarget(
            name: "LiveTests",
            dependencies: [
                "Incident", "RuntimeFaults", "RuntimeHealing", "Watchdog", "WatchdogEngines", "lab",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "lab-simulate",
            dependencies: [
                "WatchdogSimulation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/Simulate", swiftSettings: settings),
        .testTarget(
            name: "WatchdogTests", dependencies: ["Incident", "Watchdog", "WatchdogSimulation"],
            exclude: ["Simulation"], swiftSettings: settings),
        .testTarget(
            name: "DockerTests", dependencies: ["Incident", "Watchdog", "WatchdogEngines"],
            resources: [.copy("Fixtures")], swiftSettings: settings),
        .testTarget(
            name: "ProcessEngineTests",
            dependencies: ["CProcess", "Incident", "Watchdog", "WatchdogEngines"],
            swiftSettings: settings),
        .testTarget(
            name: "JournalTests",
            dependencies: [
                "Incident", "Watchdog", "WatchdogJournal", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ProbeTests",
            dependencies: [
                "Incident", "Watchdog", "WatchdogConfiguration", "WatchdogProbes",
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ] + nio,
            swiftSettings: settings),
        .testTarget(
            name: "ConfigurationTests",
            dependencies: ["Incident", "Watchdog", "WatchdogConfiguration", "WatchdogProbes"],
            swiftSettings: settings),
        .testTarget(
            name: "WatchServerTests",
            dependencies: [
                "Incident", "Watchdog", "WatchdogServer",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ] + nio,
            swiftSettings: settings),
        .testTarget(
            name: "InjectorTests",
            dependencies: ["Incident", "Injector", "SourceEdit"] + swiftSyntax, swiftSettings: settings),
    ]
)
