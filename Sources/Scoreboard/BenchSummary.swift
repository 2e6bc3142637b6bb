import Foundation
package import Incident

/// A run in a few sentences and a small table of its domains: for the end of a run, and for pages of documentation.
package struct BenchSummary: Sendable {
    private let run: BenchRun

    package init(_ run: BenchRun) { self.run = run }

    /// One line for a domain; all domains for nil.
    package func line(_ domain: Domain? = nil) -> String {
        let measures = run.measures(of: domain)
        var parts = ["\(measures.verified.count) of \(measures.verified.of) faults healed and verified"]
        if measures.escalated.of > 0 {
            parts.append("\(measures.escalated.count) of \(measures.escalated.of) rightly handed to a person")
        }
        if measures.falseActions.of > 0 {
            parts.append(
                count(measures.falseActions.count, "false action") + " on "
                    + count(measures.falseActions.of, "control"))
        }
        if measures.notApplicable > 0 { parts.append("\(measures.notApplicable) not applicable") }
        if measures.unviable > 0 { parts.append("\(measures.unviable) could not be tried") }
        return parts.joined(separator: ", ")
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Domains as rows.
    package var markdown: String {
        var lines = [
            "| domain | detected | diagnosed | healed and verified | false actions | time to detect | time to diagnose | time to recover |",
            "|---|---:|---:|---:|---:|---:|---:|---:|",
        ]
        for domain in run.domains {
            let measures = run.measures(of: domain)
            let cells = [
                Self.share(measures.detected), Self.share(measures.diagnosed), Self.share(measures.verified),
                Self.share(measures.falseActions), ScoreTable.spread(measures.timeToDetect),
                ScoreTable.spread(measures.timeToDiagnose), ScoreTable.spread(measures.timeToRecover),
            ]
            lines.append("| \(domain.rawValue) | " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func share(_ share: Measures.Share) -> String {
        share.of == 0 ? "–" : "\(share.count) of \(share.of)"
    }

    /// Replaces what stands between two marks in a page: `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`.
    ///
    /// - Returns: nil when the page lacks the marks.
    package static func page(_ page: String, with text: String, at name: String) -> String? {
        let marks = ("<!-- bench:\(name) -->\n", "<!-- /bench:\(name) -->")
        guard let start = page.range(of: marks.0),
            let end = page.range(of: marks.1, range: start.upperBound..<page.endIndex)
        else { return nil }
        return page[..<start.upperBound] + text + page[end.lowerBound...]
    }
}
