import Foundation
import Incident
import SourceEdit
import Testing
import Trials
import Workspace

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

    private func build(isHasty: Bool) async throws -> SchemataBuild.Built {
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
            }, isHasty: isHasty
        ) { _ in }
        return try await builder.build(mutations, extras: Self.extras)
    }

    @Test(arguments: [false, true]) func late_errors_take_their_neighbours_along_where_that_is_allowed(
        isHasty: Bool
    ) async throws {
        let built = try await build(isHasty: isHasty)
        #expect(built.builds == 6)
        #expect(Set(built.unviable.keys) == [1, 2, 3, 4])
        #expect(built.abandoned == (isHasty ? [5] : []))
        #expect(Set(built.units.keys) == (isHasty ? [6] : [5, 6]))
        #expect(built.droppedExtras == Set(Self.extras.keys))
    }
}
