package import Incident

/// The message of a commit that holds a patch: a conventional subject, what was done and why, the incident as a trailer.
///
///     fix(Logic): heal zero division in Checksum.bucket(for:count:)
///
///     <summary and rationale, wrapped>
///
///     Healing-Lab-Incident: 9f0c…
package enum HealCommitMessage {
    /// Names the incident in the last lines of a message; `git interpret-trailers` finds it.
    package static let trailer = "Healing-Lab-Incident"

    /// A subject is cut to this, as `git log --oneline` shows it.
    private static let subjectLimit = 100
    private static let bodyWidth = 72

    package static func text(of report: IncidentReport) -> String {
        let data = report.data
        var paragraphs = [data.summary]
        if let rationale = data.remedy?.rationale, !data.summary.contains(rationale) {
            paragraphs.append(rationale)
        }
        if let test = data.regressionTest {
            paragraphs.append("\(test.name) in \(test.file) fails before the change and passes after it.")
        }
        return
            ([subject(of: report)] + paragraphs.map { wrapped(Visible.line($0)) }
            + ["\(trailer): \(Visible.line(report.id))"]).joined(separator: "\n\n") + "\n"
    }

    private static func subject(of report: IncidentReport) -> String {
        let data = report.data
        let what = data.diagnosis.map { $0.failureClass.replacing("_", with: " ") } ?? "a failing test"
        let place: String? =
            data.diagnosis?.location.map { location in
                location.function.map { " in \($0)" } ?? " at \(location.file):\(location.line)"
            }
        let scope = scope(of: data.remedy?.files.first ?? "", package: report.subject)
        let subject = Visible.line("fix(\(scope)): heal \(what)\(place ?? "")")
        return subject.count > subjectLimit ? subject.prefix(subjectLimit - 1) + "…" : subject
    }

    /// The target that a file belongs to by its place, as SwiftPM lays packages out; else the package.
    private static func scope(of path: String, package: String) -> String {
        var folders = path.split(separator: "/").dropLast()
        if let first = folders.first, ["Sources", "Source", "src", "srcs"].contains(first) {
            folders = folders.dropFirst()
        }
        let name = folders.first.map(String.init) ?? package
        let kept = name.unicodeScalars.filter { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "-_.".unicodeScalars.contains(scalar)
        }
        return kept.isEmpty ? "package" : String(String.UnicodeScalarView(kept))
    }

    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > bodyWidth {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
