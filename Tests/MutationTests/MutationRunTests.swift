import Foundation
import Incident
import Testing
import Workspace

@testable import Mutation

/// Real builds and children; one package for all of them.
@Suite(.serialized) struct MutationRunTests {
    private func run(
        _ package: TillPackage, emit: @escaping @Sendable (MutationEvent) -> Void = { _ in },
        scope: TestScope = .all,
        change: (inout MutationOptions) -> Void = { _ in }
    ) async throws -> MutationOutcome {
        let workspace = try await Workspace.open(at: package.folder + "-work", scope: scope)
        var options = MutationOptions(jobs: 2, toolVersion: "test")
        change(&options)
        let library = try TillPackage.library()
        let tester = MutationTester(workspace: workspace, options: options, library: library, emit: emit)
        return try await tester.run(package: package.folder, name: "Till")
    }

    @Test func each_verdict_is_given_where_it_is_due_and_kept_for_the_next_run() async throws {
        let package = try TillPackage()
        defer { package.remove() }
        let before = try FileManager.default.subpathsOfDirectory(atPath: package.folder).sorted()
        let outcome = try await run(package)
        let record = outcome.record
        #expect(record.tests == 5)
        func mutants(_ function: String, _ replacement: String) -> [Mutant] {
            record.mutants.filter { $0.function == "Till.\(function)" && $0.replacement == replacement }
        }

        let survivor = try #require(mutants("isSmall(_:)", "<=").first)
        #expect(survivor.verdict == .survived)
        #expect(survivor.nearestTest == "TillTests.XTests/testSmall")
        #expect(survivor.coveredBy == ["TillTests.XTests/testSmall"])
        let opposite = try #require(mutants("isSmall(_:)", ">=").first)
        #expect(opposite.verdict == .killed)
        #expect(opposite.killedBy == ["TillTests.XTests/testSmall"])
        let sum = try #require(mutants("total(_:_:)", "-").first)
        #expect(sum.verdict == .killed)
        #expect(sum.killedBy == ["TillTests.STests/totals()"])
        #expect(mutants("later(_:)", "!=").first?.verdict == .killed)
        #expect(mutants("label(_:)", "last").first?.verdict == .unviable)
        #expect(mutants("unused(_:)", ">=").first?.verdict == .notCovered)
        let skipped = record.mutants.filter { $0.function == "Till.shown(_:)" }
        #expect(
            !skipped.isEmpty
                && skipped.allSatisfy { $0.verdict == .skipped && $0.reason == "only for people" })
        let endless = record.mutants.filter { $0.original.contains("left -= 1") && $0.replacement.isEmpty }
        #expect(!endless.isEmpty && endless.allSatisfy { $0.verdict == .timedOut })
        #expect(record.count(.pending) == 0)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: package.folder).sorted() == before)

        // The second run knows it all, and one that knows nothing finds the same.
        let again = try await run(package)
        #expect(again.builds == 0 && again.judged == 0)
        #expect(again.record.mutants.allSatisfy { $0.isCached || $0.verdict == .skipped })
        #expect(Self.lasting(again.record) == Self.lasting(record))
        let anew = try await run(package, change: { $0.usesStore = false })
        #expect(anew.judged > 0)
        #expect(Self.lasting(anew.record) == Self.lasting(record))

        // What a killed run had found is not judged again.
        let verdicts = package.folder + "-work/verdicts/"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: verdicts).first)
        let data = try #require(FileManager.default.contents(atPath: verdicts + name))
        let half = data.prefix(data.count / 2)
        try half.write(to: URL(fileURLWithPath: verdicts + name))
        let resumed = try await run(package)
        #expect(resumed.judged > 0 && resumed.judged < anew.judged)
        #expect(Self.lasting(resumed.record) == Self.lasting(record))
    }

    @Test func a_test_that_fails_and_then_does_not_end_has_killed_the_mutant() async throws {
        let package = try TillPackage([
            "Tests/TillTests/STests.swift": """
            import Testing
            import Till

            @Test func totals() {
                #expect(Till.total(2, 3) == 5)
                while Till.total(2, 3) != 5 {}
            }

            """,
            "Tests/TillTests/XTests.swift": """
            import Till
            import XCTest

            final class XTests: XCTestCase {
                func testSmall() {
                    XCTAssertTrue(Till.isSmall(3))
                    while !Till.isSmall(3) {}
                }
            }

            """,
        ])
        defer { package.remove() }
        let record = try await run(package).record
        for (original, test) in [("+", "TillTests.totals()"), ("<", "TillTests.XTests/testSmall")] {
            let mutants = record.mutants.filter { $0.original == original && !$0.killedBy.isEmpty }
            #expect(!mutants.isEmpty && mutants.allSatisfy { $0.killedBy == [test] })
        }
        #expect(record.count(.timedOut) == 0)
    }

    @Test func tests_that_fail_without_any_mutant_are_named() async throws {
        let package = try TillPackage([
            "Tests/TillTests/STests.swift": TillPackage.files["Tests/TillTests/STests.swift"]?
                .replacingOccurrences(of: "== 5", with: "== 6") ?? ""
        ])
        defer { package.remove() }
        let error = await #expect(throws: LabError.self) { try await run(package) }
        #expect(error?.code == .testsFail)
        #expect(error?.message.contains("TillTests.STests/totals()") == true)

        let outcome = try await run(package, change: { $0.skipsFailingTests = true })
        #expect(outcome.record.tests == 4)
        let sum = outcome.record.mutants.filter { $0.function == "Till.total(_:_:)" }
        #expect(!sum.isEmpty && sum.allSatisfy { $0.verdict == .notCovered || $0.verdict == .unviable })
    }

    @Test func only_the_tests_that_are_chosen_count() async throws {
        let package = try TillPackage()
        defer { package.remove() }
        let scope = try TestScope(tests: ["XTests"], skipped: [])
        let record = try await run(package, scope: scope).record
        #expect(record.scope == scope)
        let sum = record.mutants.filter { $0.function == "Till.total(_:_:)" }
        #expect(!sum.isEmpty && sum.allSatisfy { $0.verdict == .notCovered || $0.verdict == .unviable })
        #expect(Set(record.mutants.flatMap(\.killedBy)).allSatisfy { $0.contains("XTests") })

        // What was found with some of the tests is no answer for all of them.
        let all = try await run(package).record
        #expect(all.scope == nil)
        #expect(all.mutants.contains { $0.function == "Till.total(_:_:)" && $0.verdict == .killed })

        let error = await #expect(throws: LabError.self) {
            try await run(package, scope: TestScope(tests: ["Nowhere"], skipped: []))
        }
        #expect(error?.code == .badInput)
        #expect(error?.message.contains("--tests Nowhere") == true)
    }

    @Test func a_run_that_is_cancelled_has_a_record_with_pending_mutants() async throws {
        let package = try TillPackage()
        defer { package.remove() }
        let (stages, stage) = AsyncStream<Void>.makeStream()
        let task = Task {
            try await run(
                package,
                emit: { event in
                    if case .stage("build") = event { stage.yield() }
                })
        }
        var iterator = stages.makeAsyncIterator()
        await iterator.next()
        task.cancel()
        let outcome = try await task.value
        #expect(outcome.wasInterrupted)
        #expect(outcome.record.count(.pending) > 0)
    }

    /// What must be the same in every run.
    private static func lasting(_ record: MutationRecord) -> [Mutant] {
        record.mutants.map { mutant in
            var mutant = mutant
            mutant.milliseconds = 0
            mutant.isCached = false
            return mutant
        }
    }
}
