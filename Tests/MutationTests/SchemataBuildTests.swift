import Foundation
import Incident
import SourceEdit
import Testing
import Workspace

@testable import Trials

/// What a build of many mutations gives up where the compiler tells errors one after the other.
@Suite(.serialized) struct SchemataBuildTests {
    /// Two modules, each with errors of types, which are told first, and of control flow, which are told alone: four
    /// builds fail before one sees the tests.
    private static let files = [
        "Package.swift": """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
            name: "Till",
            targets: [
                .target(name: "Coins"), .target(name: "Till", dependencies: ["Coins"]),
                .testTarget(name: "TillTests", dependencies: ["Till"]),
            ])

        """,
        "Sources/Coins/Coins.swift": """
        public func isSmall(_ coin: Int) -> Bool {
            return coin < 10
        }

        """,
        "Sources/Till/Till.swift": """
        import Coins

        public func isLight(_ coins: [Int]) -> Bool {
            return coins.allSatisfy(isSmall)
        }

        """,
        "Tests/TillTests/XTests.swift": "import Till\n",
        "Tests/TillTests/STests.swift": """
        import Testing
        import Till
        @Test func light() { #expect(isLight([3])) }

        """,
    ]

    private static let changes = [
        ("Sources/Coins/Coins.swift", "return coin < 10", "return [coin] < 10"),
        ("Sources/Coins/Coins.swift", "return coin < 10", "_ = coin"),
        ("Sources/Till/Till.swift", "return coins.allSatisfy(isSmall)", "return coins"),
        ("Sources/Till/Till.swift", "return coins.allSatisfy(isSmall)", "_ = coins"),
        ("Sources/Till/Till.swift", "return coins.allSatisfy(isSmall)", "return !coins.allSatisfy(isSmall)"),
        ("Sources/Coins/Coins.swift", "coin < 10", "coin <= 10"),
    ]

    private static let extras = [
        "Tests/TillTests/Good.swift": "let good = 1\n", "Tests/TillTests/Bad.swift": "let bad: Int = \"\"\n",
    ]

    /// Compiles, but only after some ten thousand steps of the compiler's solver.
    private static let hard =
        "(1...3).map { x in (1...3).map { y in Double(x) * 2 + Double(y) } }.flatMap { $0 }.isEmpty"

    /// - Parameter source: of the module Till, in which alone changes are made.
    private func build(source: String) async throws -> SchemataBuild.Built {
        var files = Self.files
        let path = "Sources/Till/Till.swift"
        files[path] = source
        let package = try TillPackage(files)
        defer { package.remove() }
        let workspace = try await Workspace.open(at: package.folder + "-work")
        try await workspace.load(patient: package.folder)
        let place = try #require(Array(source.utf8).ranges(of: Array("return coins".utf8)).first)
        let mutations = [("return !coins", Int32(1)), ("return \(Self.hard) || coins", 2)].map {
            text, number in
            Schema.Numbered(
                number: number,
                mutation: Mutation(
                    operatorID: "test", path: path, edits: [TextEdit(place, text)], line: 1, column: 1,
                    function: "", original: "return coins", replacement: text, summary: "", prior: 1))
        }
        let builder = SchemataBuild(
            workspace: workspace, library: try TillPackage.library(),
            files: [path: SourceFile(path: path, text: source)], limiting: ["Till"]
        ) { _ in }
        let probed = try await builder.build([], probes: .statements)
        return try await builder.build(mutations, over: probed)
    }

    @Test func a_change_that_takes_the_compiler_too_long_is_unviable() async throws {
        let built = try await build(source: try #require(Self.files["Sources/Till/Till.swift"]))
        #expect(built.isLimited)
        #expect(Set(built.units.keys) == [1])
        #expect(built.unviable[2]?.contains("reasonable time") == true)
    }

    @Test func a_package_that_takes_the_compiler_long_itself_is_built_without_that_bound() async throws {
        let text = try #require(Self.files["Sources/Till/Till.swift"])
        let built = try await build(source: text + "\npublic func isHard() -> Bool {\n    \(Self.hard)\n}\n")
        #expect(!built.isLimited)
        #expect(Set(built.units.keys) == [1, 2])
    }

    @Test func a_manifest_takes_the_bound_for_some_targets_or_is_left_alone() throws {
        let text = try #require(Self.files["Package.swift"])
        let manifest = try #require(WovenManifest(limited: ["Till", "Coins"]).text(text))
        #expect(manifest.hasPrefix(text))
        #expect(manifest.contains(#"where ["Coins", "Till"].contains(target.name)"#))
        #expect(WovenManifest().text(text) == nil)
        let other = text.replacingOccurrences(of: "let package", with: "let till")
        #expect(WovenManifest(limited: ["Till"]).text(other) == nil)
    }

    /// The manifest with only those targets and the products that consist of them, as SwiftPM reads it.
    @Test func what_nobody_needs_is_not_built() async throws {
        var files = Self.files
        files["Package.swift"] = files["Package.swift"]?.replacingOccurrences(
            of: "    targets: [",
            with: """
                    products: [.library(name: "Other", targets: ["Other"]), .library(name: "Coins", targets: ["Coins"])],
                    targets: [
                        .target(name: "Other"), .testTarget(name: "OtherTests", dependencies: ["Other"]),
                """)
        files["Sources/Other/Other.swift"] = "public let other = 1\n"
        files["Tests/OtherTests/OtherTests.swift"] = "import Other\n"
        let package = try TillPackage(files)
        defer { package.remove() }
        let workspace = try await Workspace.open(at: package.folder + "-work")
        try await workspace.load(patient: package.folder)
        let needed = try await workspace.describePackage().targets(neededBy: ["TillTests"])?.map(\.name)
        #expect(needed == ["Coins", "Till", "TillTests"])
        for kept in [["Coins", "Till", "TillTests"], ["Till", "TillTests"]] {
            let builder = SchemataBuild(
                workspace: workspace, library: try TillPackage.library(),
                files: try ["Sources/Till/Till.swift"].reduce(into: [:]) {
                    $0[$1] = SourceFile(path: $1, text: try #require(files[$1]))
                }, keeping: kept
            ) { _ in }
            let built = try await builder.build([], probes: .statements)
            // Without Coins there is no way, so everything is built.
            #expect(built.isPruned == kept.contains("Coins"))
            #expect(built.build.run.evidence.console.contains("Compiling Other") != built.isPruned)
        }
    }

    /// SwiftPM compiles every dependency that a manifest names.
    @Test func dependencies_of_what_is_left_out_are_not_built() async throws {
        var files = Self.files
        files["Package.swift"] = """
            // swift-tools-version: 6.0
            import PackageDescription
            let package = Package(
                name: "Till",
                dependencies: [.package(path: "Near"), .package(path: "Far")],
                targets: [
                    .target(name: "Coins", dependencies: [.product(name: "Near", package: "Near")]),
                    .target(name: "Till", dependencies: ["Coins"]),
                    .target(name: "Other", dependencies: [.product(name: "Far", package: "Far")]),
                    .testTarget(name: "TillTests", dependencies: ["Till"]),
                    .testTarget(name: "OtherTests", dependencies: ["Other"]),
                ])

            """
        files["Sources/Other/Other.swift"] = "import Far\npublic let other = far\n"
        files["Tests/OtherTests/OtherTests.swift"] = "import Other\n"
        for name in ["Near", "Far"] {
            files["\(name)/Package.swift"] = """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "\(name)", products: [.library(name: "\(name)", targets: ["\(name)"])],
                    targets: [.target(name: "\(name)")])

                """
            files["\(name)/Sources/\(name)/\(name).swift"] = "public let \(name.lowercased()) = 1\n"
        }
        let package = try TillPackage(files)
        defer { package.remove() }
        let workspace = try await Workspace.open(at: package.folder + "-work")
        try await workspace.load(patient: package.folder)
        let text = try #require(files["Sources/Till/Till.swift"])
        let builder = SchemataBuild(
            workspace: workspace, library: try TillPackage.library(),
            files: ["Sources/Till/Till.swift": SourceFile(path: "Sources/Till/Till.swift", text: text)],
            keeping: ["Coins", "Till", "TillTests"]
        ) { _ in }
        let built = try await builder.build([], probes: .statements)
        #expect(built.isPruned)
        let console = built.build.run.evidence.console
        #expect(console.contains("Compiling Near"))
        #expect(!console.contains("Compiling Far"))
    }

    @Test(arguments: [("5.5", false), ("5.6", true), ("5.10", true), ("6.0", true), ("4.2", false)])
    func manifests_too_old_to_say_where_dependencies_come_from_keep_them(
        _ version: String, _ mayLose: Bool
    ) throws {
        let text =
            "// swift-tools-version:\(version)\nimport PackageDescription\nlet package = Package(name: \"Till\")\n"
        let manifest = try #require(WovenManifest(kept: ["Till"]).text(text))
        #expect(manifest.contains("package.targets.removeAll"))
        #expect(manifest.contains("package.dependencies.removeAll") == mayLose)
    }

    private func build(isHasty: Bool, patience: Int) async throws -> SchemataBuild.Built {
        let package = try TillPackage(Self.files)
        defer { package.remove() }
        let library = try TillPackage.library()
        let workspace = try await Workspace.open(at: package.folder + "-work")
        try await workspace.load(patient: package.folder)
        let mutations = try Self.changes.enumerated().map { index, change in
            let text = Array(try #require(Self.files[change.0]).utf8)
            let place = try #require(text.ranges(of: Array(change.1.utf8)).first)
            return Schema.Numbered(
                number: Int32(index + 1),
                mutation: Mutation(
                    operatorID: "test", path: change.0, edits: [TextEdit(place, change.2)], line: 1,
                    column: 1, function: "", original: change.1, replacement: change.2, summary: "", prior: 1)
            )
        }
        let builder = SchemataBuild(
            workspace: workspace, library: library,
            files: Self.files.filter { $0.key.hasPrefix("Sources/") }.reduce(into: [:]) {
                $0[$1.key] = SourceFile(path: $1.key, text: $1.value)
            }, isHasty: isHasty, patience: patience
        ) { _ in }
        return try await builder.build(mutations, extras: Self.extras)
    }

    @Test(arguments: [false, true]) func late_errors_take_their_neighbours_along_where_that_is_allowed(
        isHasty: Bool
    ) async throws {
        let built = try await build(isHasty: isHasty, patience: 2)
        #expect(built.builds == 6)
        #expect(Set(built.unviable.keys) == [1, 2, 3, 4])
        #expect(built.abandoned == (isHasty ? [5] : []))
        #expect(Set(built.units.keys) == (isHasty ? [6] : [5, 6]))
        #expect(built.droppedExtras == Set(Self.extras.keys))
    }

    /// Four builds fail, but two of them for one module and two for the other.
    @Test func a_module_is_not_late_for_what_others_took() async throws {
        let built = try await build(isHasty: true, patience: 3)
        #expect(built.builds == 6)
        #expect(built.abandoned.isEmpty)
        #expect(Set(built.units.keys) == [5, 6])
    }
}
