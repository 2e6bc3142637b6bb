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
