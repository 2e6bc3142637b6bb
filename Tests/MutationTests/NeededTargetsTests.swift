import Incident
import SourceEdit
import Testing
import Trials
import Workspace

@Suite struct NeededTargetsTests {
    private let package = PackageDescription(
        name: "Shop", toolsVersion: "6.0.0",
        targets: [
            .init(name: "Core", kind: "regular", path: "Sources/Core"),
            .init(name: "Shop", kind: "regular", path: "Sources/Shop", dependencies: ["Core"]),
            .init(
                name: "shop-ctl", kind: "executable", path: "Sources/shop-ctl", dependencies: ["Shop"],
                programs: ["shop"]),
            .init(name: "CoreTests", kind: "test", path: "Tests/CoreTests", dependencies: ["Core"]),
            .init(name: "ShopTests", kind: "test", path: "Tests/ShopTests", dependencies: ["Shop"]),
        ], localDependencies: [])

    private func names(_ patterns: [String], core: String = "", and others: Set<String> = []) throws
        -> [String]?
    {
        let tests = [
            SourceFile(path: "Tests/CoreTests/A.swift", text: "class HashTests: XCTestCase {}\n" + core),
            SourceFile(path: "Tests/ShopTests/A.swift", text: "@Suite struct CartTests {}\n"),
        ]
        return try NeededTargets(package, tests: tests)
            .names(for: TestScope(tests: patterns, skipped: []), and: others)
    }

    @Test(arguments: [
        #"CoreTests\."#, #"^CoreTests\."#, "^Core", "CoreTests.HashTests/test", "HashTests",
        #"HashTests/testA\(\)"#,
        "^CoreTests$", "CoreTests+",
    ])
    func targets_whose_tests_a_pattern_cannot_match_are_not_needed(_ pattern: String) throws {
        #expect(try names([pattern]) == ["Core", "CoreTests"])
    }

    @Test(arguments: [
        ["."], ["Tests"], ["Hash|Cart"], ["CartTestz?"], ["(?i)coretests"], [#"CoreTests\."#, "CartTests"],
        ["[A-C]oreTests"], ["HashTests*"],
    ])
    func in_doubt_all_are_needed(_ patterns: [String]) throws {
        // All but the program that no test mentions.
        #expect(try names(patterns) == ["Core", "Shop", "CoreTests", "ShopTests"])
    }

    @Test func programs_that_tests_mention_are_needed() throws {
        let needed = try names(["^CoreTests"], core: #"let line = "shop-ctl --help""#)
        #expect(needed == ["Core", "Shop", "shop-ctl", "CoreTests"])
        #expect(try names(["^CoreTests"], core: #"let line = "shop --help""#) == needed)
        #expect(try names(["^CoreTests"], core: "let line = \"shop-ctlx\"") == ["Core", "CoreTests"])
    }

    @Test func what_is_mutated_is_needed() throws {
        #expect(try names(["^CoreTests"], and: ["Shop"]) == ["Core", "Shop", "CoreTests"])
    }

    @Test func where_all_tests_count_or_none_is_found_nothing_is_left_out() throws {
        #expect(NeededTargets(package, tests: []).names(for: .all) == nil)
        #expect(try names(["^Elsewhere"]) == nil)
    }
}
