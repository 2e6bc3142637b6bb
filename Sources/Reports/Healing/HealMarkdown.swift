import Incident

/// A summary for a job's page: the verdict, the failures, the patch.
enum HealMarkdown {
    static func text(of heal: HealFindings) -> String {
        let data = heal.report.data
        var text = "## lab heal: \(Markdown.words(heal.report.subject))\n\n"
        text += "**\(data.verdict.sign) \(data.verdict.label)**: \(Markdown.words(data.summary))\n"
        if !heal.findings.isEmpty {
            text += "\n| failure | place |\n|---|---|\n"
            for finding in heal.findings {
                let place = finding.path.map { Markdown.code("\($0):\(finding.line)") } ?? "–"
                text += "| \(Markdown.words(finding.message)) | \(place) |\n"
            }
        }
        if !heal.diff.isEmpty { text += "\n" + Markdown.block(heal.diff, language: "diff") }
        return text + "\nIncident \(Markdown.code(heal.report.id))\n"
    }
}
