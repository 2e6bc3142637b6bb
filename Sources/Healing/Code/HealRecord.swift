package import Incident

/// Everything a finished heal leaves behind.
package struct HealRecord: Sendable {
    package var report: IncidentReport
    /// The report and the texts beside it, by name; the report last.
    package var artifacts: [ArtifactWriter.File]
    /// Raw logs and timings, which differ from run to run.
    package var raw: [ArtifactWriter.File]
    /// Texts of changed files by path: what `--apply` writes. Nil stands for a file that did not exist.
    package var changes: [Change]
    /// How long each step took, in the order of the timeline.
    package var durations: [(step: String, duration: Duration)]

    /// One file before and after the heal.
    package struct Change: Sendable {
        package var path: String
        /// As it was in the patient; nil when the heal adds the file.
        package var before: String?
        package var after: String
    }

    /// Candidates judged per second while the search ran tests; nil without a search.
    package var searchRate: Double?

    package var verdict: Verdict { report.data.verdict }
}
