package import Incident

/// A form that a mutation record can be written in.
package enum MutationFormat: String, CaseIterable, Sendable {
    /// The report schema of mutation-testing-elements, which Stryker's viewers and dashboards read.
    case elements
    case sarif
    case junit
    /// Workflow commands that GitHub turns into annotations of a change.
    case github
    /// GitLab's code quality report.
    case gitlab
    case html
    case markdown

    package var fileName: String {
        switch self {
        case .elements: "mutation-report.json"
        case .sarif: "mutation.sarif"
        case .junit: "mutation-junit.xml"
        case .github: "mutation-annotations.txt"
        case .gitlab: "gl-code-quality-report.json"
        case .html: "mutation.html"
        case .markdown: "mutation.md"
        }
    }

    package func text(of record: MutationRecord) -> String {
        switch self {
        case .elements: MutationElements.text(of: record)
        case .sarif: MutationSARIF.text(of: record)
        case .junit: MutationJUnit.text(of: record)
        case .github: MutationAnnotations.text(of: record)
        case .gitlab: MutationCodeQuality.text(of: record)
        case .html: MutationPage.text(of: record)
        case .markdown: MutationMarkdown.text(of: record)
        }
    }
}
