import SourceEdit
import SwiftSyntax

/// Turns edits into sites of one file.
struct SiteBuilder {
    let file: SourceFile

    /// Nil when the edits leave nothing that could fail, or text that no longer parses.
    func candidate(
        rank: Int, at node: some SyntaxProtocol, _ summary: String, edits: [TextEdit], symptom: Symptom,
        mustParse: Bool = true
    ) -> Candidate? {
        guard let splice = Splice(edits, in: file.text), let lines = lines(of: symptom, in: splice) else {
            return nil
        }
        guard
            !mustParse || file.tree.hasError || !SourceFile(path: file.path, text: splice.text).tree.hasError
        else { return nil }
        let site = FaultSite(
            file: file.path,
            line: file.line(of: node),
            function: FunctionContext.around(node)?.name ?? "",
            summary: summary,
            edit: FileEdit(path: file.path, edits: edits),
            symptom: lines)
        let isConditional = node.enclosing(IfConfigDeclSyntax.self) != nil
        return Candidate(
            rank: rank + (isConditional ? Candidate.conditional : 0), offset: node.spliceRange.lowerBound,
            site: site)
    }

    /// `text` on one line and short enough to quote.
    static func quote(_ node: some SyntaxProtocol) -> String {
        let text = node.trimmedDescription.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "`" + (text.count > 48 ? text.prefix(45) + "..." : text) + "`"
    }

    private func lines(of symptom: Symptom, in splice: Splice) -> ClosedRange<Int>? {
        switch symptom {
        case .kept(let nodes):
            let ranges = nodes.map(\.spliceRange).filter { !splice.removes($0) }
            guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else {
                return nil
            }
            let start = splice.line(splice.offset(first))
            return start...max(start, splice.line(splice.offset(last)))
        case .new(let offset, let skipping, let count):
            let start = splice.line(splice.start(offset)) + skipping
            return start...(start + max(1, count) - 1)
        }
    }
}
