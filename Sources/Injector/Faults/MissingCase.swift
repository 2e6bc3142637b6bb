package import Incident
import SourceEdit
import SwiftSyntax

/// Leaves one case of a `switch` to `fatalError`.
package struct MissingCase: RankedFault {
    package let id = "missing_case"
    package let aliases = ["fatal_error"]
    package let failureClass = FailureClass.fatalError
    package let summary = "Leaves one case of a switch unhandled"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(SwitchCaseSyntax.self).compactMap { branch in
            guard branch.attribute == nil, let first = branch.statements.first,
                let last = branch.statements.last,
                !Self.isTrap(first)
            else { return nil }
            let name = Self.name(of: branch.label)
            let range = first.spliceRange.lowerBound..<last.item.spliceRange.upperBound
            return SiteBuilder(file: file).candidate(
                rank: Self.rank(of: branch), at: branch, "leaves the case `\(name)` unhandled",
                edits: [TextEdit(range, "fatalError(\"unhandled case: \(Self.escaped(name))\")")],
                symptom: .new(offset: range.lowerBound))
        }
    }

    private static func isTrap(_ item: CodeBlockItemSyntax) -> Bool {
        let name = item.item.as(FunctionCallExprSyntax.self)?.functionName
        return ["fatalError", "preconditionFailure", "assertionFailure"].contains(name)
    }

    /// `queued, running` of `case .queued, .running:`.
    private static func name(of label: SwitchCaseSyntax.Label) -> String {
        guard case .case(let label) = label else { return "default" }
        let names = label.caseItems.map { item in
            let text = item.trimmedDescription.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.hasPrefix(".") ? text.dropFirst() : Substring(text)
        }
        let text = names.map { $0.hasSuffix(",") ? $0.dropLast() : $0 }.joined(separator: ", ")
        return text.count > 60 ? text.prefix(57) + "..." : text
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// Cases of an enumeration first; what only catches the rest last.
    private static func rank(of branch: SwitchCaseSyntax) -> Int {
        guard case .case(let label) = branch.label else { return 3 }
        if branch.statements.count == 1, branch.statements.first?.item.is(BreakStmtSyntax.self) == true {
            return 2
        }
        return label.caseItems.allSatisfy { $0.trimmedDescription.hasPrefix(".") } ? 0 : 1
    }
}
