package import Incident

/// What became of one test.
package struct TestOutcome: Sendable, Hashable {
    package enum Result: String, Sendable, Codable, CaseIterable {
        case passed
        case failed
        /// Its process ended while it ran: by a signal, or by an exit of its own.
        case crashed
        case timedOut = "timed_out"
        case skipped
        /// The run was given up before its turn, or its process ended before any test started.
        case notRun = "not_run"
    }

    package var framework: TestEvent.Framework
    /// As `TestEvent.test` spells it, with the module for both frameworks.
    package var test: String
    package var result: Result

    package init(framework: TestEvent.Framework, test: String, result: Result) {
        self.framework = framework
        self.test = test
        self.result = result
    }
}
