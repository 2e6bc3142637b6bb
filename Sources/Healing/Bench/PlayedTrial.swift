package import Incident
package import Scoreboard

/// A trial, and what its healer wrote.
package struct PlayedTrial: Sendable {
    package var trial: Trial
    /// The report and what lies beside it; empty where the healer wrote none.
    package var files: [ArtifactWriter.File]
    /// Which of them is the report.
    package var report: String?

    package init(_ trial: Trial, files: [ArtifactWriter.File] = [], report: String? = nil) {
        self.trial = trial
        self.files = files
        self.report = report
    }
}

/// Breaks a patient, hands it to the healer and has the oracle judge what it left.
package protocol TrialPlayer: Sendable {
    /// - Throws: `LabError` when no trial can be carried out at all, `CancellationError` when the run is stopped. What
    ///   goes wrong in this trial alone is an outcome.
    func play(
        _ item: BenchCase, repetition: Int, tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial
}
