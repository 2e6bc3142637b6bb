package import Incident

/// A run's record, and what it took.
package struct MutationOutcome: Sendable {
    package var record: MutationRecord
    /// How long each stage took, in order.
    package var durations: [(stage: String, duration: Duration)] = []
    package var builds = 0
    /// Children that ran tests under a mutant.
    package var children = 0
    /// Verdicts that were made in this run.
    package var judged = 0
    /// The run was told to end; what it did not come to is pending.
    package var wasInterrupted = false

    package init(record: MutationRecord) { self.record = record }

    /// Verdicts per second of running tests; nil when none was made.
    package var perSecond: Double? {
        guard judged > 0, let tests = durations.last(where: { $0.stage == "judge" })?.duration else {
            return nil
        }
        return Double(judged) / max(tests / .seconds(1), 0.001)
    }
}
