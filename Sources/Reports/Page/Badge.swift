/// A verdict or an outcome: sign, word, and then colour.
enum Badge {
    /// - Parameter name: class in the style sheet.
    static func html(_ name: String, _ sign: String, _ label: String) -> HTML {
        "<span class=\"badge \(name)\"><span aria-hidden=\"true\">\(sign)</span> \(label)</span>"
    }

    /// Of a step, a probe or a test.
    static func outcome(_ outcome: String) -> HTML {
        switch outcome {
        case "passed": html("passed", "✓", outcome)
        case "failed": html("failed", "✗", outcome)
        default: html("idle", "·", outcome)
        }
    }
}
