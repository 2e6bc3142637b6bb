import Foundation
import Healing
import Incident
import Synchronization
import Testing
import Workspace

/// A fixer's candidates against a hang: many of them hang as well.
@Suite(.serialized) struct ForkedCandidatesTests {
    private final class Progress: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    /// The digits of a number, without the step to the next one: `left /= base` comes late among what a fixer proposes.
    private static let files = [
        "Package.swift": """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
            name: "Digits",
            targets: [.target(name: "Digits"), .testTarget(name: "DigitsTests", dependencies: ["Digits"])])

        """,
        "Sources/Digits/Digits.swift": """
        public enum Digits {
            public static func sum(of number: Int, base: Int) -> Int {
                var left = number
                var sum = 0
                while left > 0 {
                    sum += left % base
                }
                return sum
            }
        }

        """,
        "Tests/DigitsTests/DigitsTests.swift": """
        import Digits
        import Testing

        @Suite struct DigitsTests {
            @Test func nothing() { #expect(Digits.sum(of: 0, base: 3) == 0) }
            @Test func several() {
                #expect(Digits.sum(of: 2026, base: 3) == 6)
                #expect(Digits.sum(of: 2026, base: 7) == 16)
            }
        }

        """,
    ]

    /// Lies beside the test bundle.
    private static func library() throws -> String {
        let library = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("libForkServer.so").path
        try #require(FileManager.default.fileExists(atPath: library), "The product ForkServer was not built.")
        return library
    }

    /// In a folder whose second heal builds little.
    private func heal(
        in folder: String, with library: String, files: [String: String] = files
    ) async throws -> (record: HealRecord, progress: [String]) {
        for (path, text) in files {
            let url = URL(fileURLWithPath: folder + "/Digits/" + path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        let progress = Progress()
        let workspace = try await Workspace.open(at: folder + "/work")
        let options = HealOptions(
            testLimits: TestLimits(perTest: .seconds(5), addressSpaceBytes: 4 << 30), searchLibrary: library)
        let healer = CodeHealer(workspace: workspace, options: options) {
            if case .progress(let text) = $0 { progress.add(text) }
        }
        return (try await healer.heal(package: folder + "/Digits", name: "Digits"), progress.all)
    }

    @Test(.timeLimit(.minutes(5)))
    func a_fork_server_chooses_the_patch_that_a_process_each_would() async throws {
        let library = try Self.library()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("digits-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let forked = try await heal(in: folder, with: library)
        #expect(forked.progress.contains { $0.hasSuffix("candidates for a fork server") })
        #expect(forked.progress.contains { $0.hasPrefix("trying candidate") && $0.hasSuffix("/s") })

        // One that cannot be linked is done without.
        let alone = try await heal(in: folder, with: "/nowhere/libForkServer.so")
        #expect(!alone.progress.contains { $0.hasSuffix("/s") })

        for record in [forked.record, alone.record] {
            #expect(record.verdict == .healed)
            #expect(record.report.data.diagnosis?.failureClass == "infinite_loop")
            #expect(record.report.data.remedy?.fixer == "infinite_loop")
            #expect(record.changes.first?.after.contains("left /= base") == true)
        }
        #expect(
            try CanonicalJSON.encode(forked.record.report) == CanonicalJSON.encode(alone.record.report))
    }

    /// Generic, and copied into callers: no type can stand in the function, and the test would go by its own copy.
    private static let copied = [
        "Sources/Digits/Digits.swift": """
        public enum Digits {
            @inlinable @inline(__always)
            public static func sum<Number: BinaryInteger>(of number: Number, base: Number) -> Number {
                var left = number
                var sum: Number = 0
                while left > 0 {
                    sum += left % base
                }
                return sum
            }
        }

        """
    ]

    @Test(.timeLimit(.minutes(5)))
    func candidates_in_generic_code_that_callers_copy_are_built_at_once() async throws {
        let library = try Self.library()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("copied-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for library in [library, "/nowhere/libForkServer.so"] {
            let (record, progress) = try await heal(
                in: folder, with: library, files: Self.files.merging(Self.copied) { $1 })
            #expect(record.verdict == .healed)
            #expect(record.changes.first?.after.contains("left /= base") == true)
            #expect(record.changes.first?.after.contains("@inlinable @inline(__always)") == true)
            // What is built by itself is counted without how many there are.
            let alone = progress.filter { $0.hasPrefix("trying candidate") && !$0.contains(" of ") }
            #expect(alone.isEmpty, "\(progress)")
        }
    }

    /// As snapshots are kept: what is expected stands under the name of the test.
    private static let named = """
        import Digits
        import Testing

        private func expected(_ test: String = #function) -> Int? { ["several()": 6][test] }

        @Suite struct DigitsTests {
            @Test func nothing() { #expect(Digits.sum(of: 0, base: 3) == 0) }
            @Test func several() { #expect(Digits.sum(of: 2026, base: 3) == expected()) }
        }

        """

    @Test(.timeLimit(.minutes(5)))
    func a_test_that_depends_on_its_name_keeps_it_as_regression_test() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("named-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = Self.files.merging(["Tests/DigitsTests/DigitsTests.swift": Self.named]) { $1 }
        let record = try await heal(in: folder, with: "/nowhere/libForkServer.so", files: files).record
        #expect(record.verdict == .healed)
        #expect(record.report.data.regressionTest?.tests.map(\.name) == ["several"])
    }

    /// All that these tests run is a helper of theirs, in a target of its own.
    private static let helped = [
        "Package.swift": """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
            name: "Digits",
            targets: [.target(name: "Helpers"), .testTarget(name: "DigitsTests", dependencies: ["Helpers"])])

        """,
        "Sources/Helpers/Helpers.swift": """
        import XCTest

        public func expectSame(_ first: Int, _ second: Int) {
            if first != second { XCTFail("\\(first) is not \\(second)") }
        }

        """,
        "Tests/DigitsTests/DigitsTests.swift": """
        import Helpers
        import XCTest

        final class DigitsTests: XCTestCase {
            func testSame() { expectSame(2, 2) }
            func testOther() { expectSame(2, 3) }
        }

        """,
    ]

    @Test(.timeLimit(.minutes(5))) func what_asserts_for_tests_is_never_patched() async throws {
        let library = try Self.library()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("helped-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let record = try await heal(in: folder, with: library, files: Self.helped).record
        #expect(record.verdict == .notHealed)
        #expect(record.changes.isEmpty)
    }
}
