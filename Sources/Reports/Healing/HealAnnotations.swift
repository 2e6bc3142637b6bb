import Incident

/// Workflow commands that make GitHub show each failure beside its line, with the patch.
enum HealAnnotations {
    static func text(of heal: HealFindings) -> String {
        var text = ""
        for (index, finding) in heal.findings.enumerated() {
            var properties: [(name: String, value: String)] = []
            if let path = finding.path { properties = [("file", path), ("line", "\(finding.line)")] }
            let words = finding.failureClass.replacing("_", with: " ")
            properties.append(("title", "\(words), \(heal.report.data.verdict.label)"))
            var message = "\(Visible.line(finding.message))\n\(Visible.line(heal.outcome))"
            if index == 0, !heal.diff.isEmpty { message += "\n" + Visible.lines(heal.diff) }
            text += WorkflowCommand(level: "error", properties: properties, message: message).text
        }
        if text.isEmpty {
            let level = heal.report.data.verdict == .nothingToHeal ? "notice" : "error"
            text =
                WorkflowCommand(
                    level: level, properties: [("title", "lab heal: \(heal.report.data.verdict.label)")],
                    message: Visible.line(heal.report.data.summary)
                ).text
        }
        return text
    }
}
