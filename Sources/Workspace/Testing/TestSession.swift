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
            let results = process.results(of: batch)
            if process.result.termination == .timedOut {
                run.timeOuts += 1
            } else if !process.open.isEmpty || !process.isComplete {
                run.deaths += 1
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
