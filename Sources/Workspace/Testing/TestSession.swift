import Foundation
import Incident

/// Runs the tests of one framework to the last, in as many processes as it takes.
///
///     process 1: A ok, B ok, C dies  ->  C crashed
///     process 2: D ok, E hangs       ->  E timed out
///     process 3: F ok, end           ->  done
struct TestSession: Sendable {
    let framework: TestEvent.Framework
    /// All tests of the framework in the bundle.
    let listing: [String]
    let limits: TestLimits
    let tree: String
    /// Runs the tests given in a process of their own.
    let launch: @Sendable ([String]) async throws -> TestProcess

    func run(_ tests: [String], into run: inout TestRun) async throws {
        var remaining = tests
        while !remaining.isEmpty, run.deaths < limits.maximumDeaths, run.timeOuts < limits.maximumTimeOuts {
            let batch = framework == .xctest ? TestFilter.batch(of: remaining) : remaining
            let process = try await launch(batch)
            run.console += process.result.console
            let wanted = Set(remaining)
            var results = process.ended.filter { wanted.contains($0.test) }
            if process.result.termination == .timedOut {
                run.timeOuts += 1
                results += process.open.map { ($0, .timedOut) }
            } else if !process.open.isEmpty {
                run.deaths += 1
                results += process.open.map { ($0, .crashed) }
            } else if !process.isComplete {
                run.deaths += 1
                // It died between tests. If that was in the set-up of a class, the class cannot run.
                // Two modules may have one of that name: they run in the order of the listing.
                if results.isEmpty, let suite = process.openSuite,
                    let first = batch.first(where: { $0.contains(".\(suite)/") }),
                    let slash = first.lastIndex(of: "/")
                {
                    results += batch.filter { $0.hasPrefix(first[...slash]) }.map { ($0, .crashed) }
                }
            }
            for (test, result) in results {
                run.outcomes.append(TestOutcome(framework: framework, test: test, result: result))
            }
            if !process.passed {
                run.evidence.append(
                    Evidence(
                        stage: .test, console: process.result.console,
                        termination: process.result.termination,
                        events: process.events, crash: process.crash, root: tree))
            }
            let done = Set(results.map(\.test))
            remaining.removeAll { done.contains($0) }
            // No step forward, or an end without having run all: another process would do the same.
            if done.isEmpty || process.isComplete && !done.isSuperset(of: batch) { break }
        }
        for test in remaining {
            run.outcomes.append(TestOutcome(framework: framework, test: test, result: .notRun))
        }
    }
}
