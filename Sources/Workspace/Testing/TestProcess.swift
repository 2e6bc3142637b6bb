import Foundation
import Incident

/// What one process of a test run reported, brought into the names of the listing.
struct TestProcess: Sendable {
    var events: [TestEvent]
    /// It said that it was done, as opposed to having ended in the middle.
    var isComplete: Bool
    var result: ProcessResult
    var crash: CrashReport?
    /// XCTest: the class it was in when it ended.
    var openSuite: String?

    /// Tests that started and did not end, in order.
    var open: [String] {
        var names: [String] = []
        for event in events {
            switch event.kind {
            case .started: names.append(event.test)
            case .passed, .failed, .skipped: names.removeAll { $0 == event.test }
            case .issue: continue
            }
        }
        return names
    }

    /// Tests that ended, in order, each once.
    var ended: [(test: String, result: TestOutcome.Result)] {
        var order: [String] = []
        var results: [String: TestOutcome.Result] = [:]
        for event in events {
            let result: TestOutcome.Result? =
                switch event.kind {
                case .passed: .passed
                case .failed: .failed
                case .skipped: .skipped
                case .started, .issue: nil
                }
            guard let result else { continue }
            if results[event.test] == nil { order.append(event.test) }
            // A test that is reported twice has passed only if it did so both times.
            if results[event.test] != .failed { results[event.test] = result }
        }
        return order.map { ($0, results[$0] ?? .failed) }
    }

    /// What became of tests that were to run in it; a test whose turn did not come is not among them.
    func results(of batch: [String]) -> [(test: String, result: TestOutcome.Result)] {
        let wanted = Set(batch)
        var results = ended.filter { wanted.contains($0.test) }
        if result.termination == .timedOut {
            results += open.map { ($0, .timedOut) }
        } else if !open.isEmpty {
            results += open.map { ($0, .crashed) }
        } else if !isComplete, results.isEmpty {
            // It died between tests. If that was in the set-up of a class, the class cannot run.
            // Two modules may have one of that name: they run in the order of the listing.
            if let suite = openSuite, let first = batch.first(where: { $0.contains(".\(suite)/") }),
                let slash = first.lastIndex(of: "/")
            {
                results += batch.filter { $0.hasPrefix(first[...slash]) }.map { ($0, .crashed) }
            }
        }
        return results
    }

    var passed: Bool {
        isComplete && result.termination.isSuccess && open.isEmpty && !ended.contains { $0.result == .failed }
    }
}
