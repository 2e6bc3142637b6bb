import Incident

/// GitLab's code quality report: what the tests miss, for the merge request.
enum MutationCodeQuality {
    private struct Issue: Encodable {
        var description: String
        var checkName: String
        var fingerprint: String
        var severity: String
        var location: Location

        enum CodingKeys: String, CodingKey {
            case description, fingerprint, severity, location
            case checkName = "check_name"
        }
    }
    private struct Location: Encodable {
        var path: String
        var lines: Lines
    }
    private struct Lines: Encodable {
        var begin: Int
        var end: Int
    }

    static func text(of record: MutationRecord) -> String {
        MutationRecord.json(
            record.missed.map { mutant in
                Issue(
                    description: Visible.line(mutant.finding), checkName: mutant.operatorID,
                    fingerprint: mutant.id, severity: mutant.verdict == .survived ? "major" : "minor",
                    location: Location(
                        path: mutant.path,
                        lines: Lines(begin: max(1, mutant.start.line), end: max(1, mutant.end.line))))
            })
    }
}
