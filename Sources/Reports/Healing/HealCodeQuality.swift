import Incident

/// GitLab's code quality report: the failures that have a place, for the merge request.
enum HealCodeQuality {
    static func text(of heal: HealFindings) -> String {
        JSONText.of(
            heal.findings.compactMap { finding in
                finding.path.map { path in
                    CodeQuality.Issue(
                        "\(finding.message). \(heal.outcome)", checkName: finding.failureClass,
                        fingerprint: finding.fingerprint, severity: "critical", path: path,
                        lines: finding.line...finding.line)
                }
            })
    }
}
