/// A form that a heal can be written in, beside its report.
package enum HealFormat: String, CaseIterable, Sendable {
    case sarif
    case junit
    /// Workflow commands that GitHub turns into annotations of a change.
    case github
    /// GitLab's code quality report.
    case gitlab
    case markdown

    package var fileName: String {
        switch self {
        case .sarif: "heal.sarif"
        case .junit: "heal-junit.xml"
        case .github: "heal-annotations.txt"
        case .gitlab: "heal-code-quality.json"
        case .markdown: "heal.md"
        }
    }

    package func text(of heal: HealFindings) -> String {
        switch self {
        case .sarif: HealSARIF.text(of: heal)
        case .junit: HealJUnit.text(of: heal)
        case .github: HealAnnotations.text(of: heal)
        case .gitlab: HealCodeQuality.text(of: heal)
        case .markdown: HealMarkdown.text(of: heal)
        }
    }
}
