package import Incident

/// A heal as CI sees it: failures with their places in the repository, and the patch where there is one.
package struct HealFindings: Sendable {
    package struct Change: Sendable {
        /// Below the package.
        package var path: String
        /// Nil for a new file.
        package var before: String?
        package var after: String

        package init(path: String, before: String?, after: String) {
            self.path = path
            self.before = before
            self.after = after
        }
    }

    /// One failure.
    struct Finding {
        var failureClass: String
        /// From the root of the repository; nil where the diagnosis has no place.
        var path: String?
        /// At least 1.
        var line: Int
        var function: String?
        /// "zero division in `Ratio.share(of:in:)`: Fatal error: …"
        var message: String
        /// Tells findings apart between runs.
        var fingerprint: String
    }

    package var report: IncidentReport
    package var toolVersion: String
    /// The place of the package in its repository, empty or with a slash at the end.
    package var prefix: String
    /// Empty unless healed.
    package var changes: [Change]
    /// The patch and the regression test as diffs; empty unless healed.
    package var diff: String

    package init(
        report: IncidentReport, toolVersion: String, prefix: String, changes: [Change], diff: String
    ) {
        self.report = report
        self.toolVersion = toolVersion
        self.prefix = prefix
        self.changes = changes
        self.diff = diff
    }

    var isHealed: Bool { report.data.verdict == .healed }

    /// What was found, the failure that was healed first before those beside it.
    var findings: [Finding] {
        let data = report.data
        let diagnoses = (data.diagnosis.map { [$0] } ?? []) + data.furtherDiagnoses
        return diagnoses.enumerated().map { index, diagnosis in
            let words = diagnosis.failureClass.replacing("_", with: " ")
            let place = diagnosis.location?.function.map { " in \($0)" } ?? ""
            let evidence = diagnosis.evidence.first.map { ": " + $0 } ?? ""
            let identity = [
                diagnosis.failureClass, diagnosis.location?.file ?? "", diagnosis.location?.function ?? "",
                diagnosis.signature, "\(index)",
            ]
            return Finding(
                failureClass: diagnosis.failureClass, path: diagnosis.location.map { prefix + $0.file },
                line: max(1, diagnosis.location?.line ?? 1), function: diagnosis.location?.function,
                message: words + place + evidence,
                fingerprint: String(Digest.sha256(identity.joined(separator: "\u{0}")).prefix(32)))
        }
    }

    /// One sentence on what became of it.
    var outcome: String {
        switch report.data.verdict {
        case .healed:
            "Healing Lab has a patch under which all tests pass: "
                + (report.data.remedy?.rationale ?? report.data.summary)
        case .notHealed: "Healing Lab found no patch that it could prove."
        case .nothingToHeal: "All tests pass."
        case .unviable: "The package could not be examined: \(report.data.summary)"
        case .timedOut: "The time limit passed before a patch was found."
        }
    }
}
