import Incident

/// GitLab's code quality report: what the tests miss, for the merge request.
enum MutationCodeQuality {
    static func text(of record: MutationRecord) -> String {
        JSONText.of(
            record.missed.map { mutant in
                let start = max(1, mutant.start.line)
                return CodeQuality.Issue(
                    mutant.finding, checkName: mutant.operatorID, fingerprint: mutant.id,
                    severity: mutant.verdict == .survived ? "major" : "minor", path: mutant.path,
                    lines: start...max(start, mutant.end.line))
            })
    }
}
