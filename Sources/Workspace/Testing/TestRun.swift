package import Incident

/// What a test run came to.
package struct TestRun: Sendable {
    /// XCTest first, then Swift Testing, each in the order it ran.
    package var outcomes: [TestOutcome] = []
    /// One for each process that did not pass.
    package var evidence: [Evidence] = []
    /// The output of all processes, one after the other.
    package var console = ""
    /// The package, or the selection, has no test.
    package var noTests = false
    package var duration: Duration = .zero

    /// Processes that ended in the middle, and that stood still; of both frameworks, against ``TestLimits``.
    var deaths = 0
    package internal(set) var timeOuts = 0

    package init() {}

    /// Tests ran, none failed, and every process ended as it should.
    package var succeeded: Bool {
        !noTests && evidence.isEmpty && outcomes.allSatisfy { $0.result == .passed || $0.result == .skipped }
    }

    package func count(_ result: TestOutcome.Result) -> Int {
        outcomes.count { $0.result == result }
    }

    package func tests(_ result: TestOutcome.Result) -> [String] {
        outcomes.filter { $0.result == result }.map(\.test)
    }
}
