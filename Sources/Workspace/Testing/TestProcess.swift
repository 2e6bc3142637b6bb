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

    var passed: Bool {
        isComplete && result.termination.isSuccess && open.isEmpty && !ended.contains { $0.result == .failed }
    }
}
