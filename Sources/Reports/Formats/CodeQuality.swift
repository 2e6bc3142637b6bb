/// GitLab's code quality report: issues that a merge request shows beside its lines.
enum CodeQuality {
    struct Issue: Encodable {
        var description: String
        var checkName: String
        /// Tells issues apart between runs.
        var fingerprint: String
        /// `info`, `minor`, `major`, `critical` or `blocker`.
        var severity: String
        var location: Location

        enum CodingKeys: String, CodingKey {
            case description, fingerprint, severity, location
            case checkName = "check_name"
        }

        init(
            _ description: String, checkName: String, fingerprint: String, severity: String, path: String,
            lines: ClosedRange<Int>
        ) {
            self.description = Visible.line(description)
            self.checkName = checkName
            self.fingerprint = fingerprint
            self.severity = severity
            location = Location(path: path, lines: Lines(begin: lines.lowerBound, end: lines.upperBound))
        }
    }
    struct Location: Encodable {
        var path: String
        var lines: Lines
    }
    struct Lines: Encodable {
        var begin: Int
        var end: Int
    }
}
