package import Incident
import SourceEdit
import SwiftSyntax

/// Leaves code that no longer compiles.
package struct BuildBreak: RankedFault {
    package let id = "build_break"
    package let aliases = ["build_error"]
    package let failureClass = FailureClass.buildError
    package let summary = "Misspells a name, or drops what the compiler insists on"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        let names = Set(file.tree.tokens(viewMode: .sourceAccurate).map(\.text))
        return misspelledNames(besides: names, in: file) + misspelledMembers(besides: names, in: file)
            + unmarkedCalls(in: file) + emptyReturns(in: file)
    }

    /// The first use of each parameter and local in each function.
    private func misspelledNames(besides names: Set<String>, in file: SourceFile) -> [Candidate] {
        var seen: Set<String> = []
        return file.tree.descendants(DeclReferenceExprSyntax.self).compactMap { use in
            guard !use.isMemberName, let context = FunctionContext.around(use),
                LocalScope.declaration(of: use.baseName.text, at: use, members: false) != nil,
                seen.insert("\(context.node.position.utf8Offset) \(use.baseName.text)").inserted
            else { return nil }
            return misspelled(use.baseName, rank: 0, besides: names, in: file)
        }
    }

    /// Members of the standard library's collections.
    private func misspelledMembers(besides names: Set<String>, in file: SourceFile) -> [Candidate] {
        file.tree.descendants(MemberAccessExprSyntax.self).compactMap { access in
            guard access.base != nil,
                ["count", "isEmpty", "indices", "append", "removeFirst"].contains(access.name)
            else {
                return nil
            }
            return misspelled(access.declName.baseName, rank: 1, besides: names, in: file)
        }
    }

    /// A needed `try` left out.
    private func unmarkedCalls(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(TryExprSyntax.self).compactMap { call in
            guard call.questionOrExclamationMark == nil, call.enclosing(TryExprSyntax.self) == nil else {
                return nil
            }
            let cut = SourceFile.cut(call.spliceRange.lowerBound, call.expression.spliceRange.lowerBound)
            return candidate(
                2, call, "leaves out the `try` of \(SiteBuilder.quote(call.expression))", [cut], in: file)
        }
    }

    /// A `return` that lost its value.
    private func emptyReturns(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(ReturnStmtSyntax.self).compactMap { statement in
            guard let value = statement.expression,
                FunctionContext.around(statement, closures: true)?.node.is(FunctionDeclSyntax.self) == true,
                value.spliceRange.upperBound == statement.spliceRange.upperBound
            else { return nil }
            let cut = SourceFile.cut(
                statement.returnKeyword.spliceRange.upperBound, value.spliceRange.upperBound)
            return candidate(3, statement, "returns without \(SiteBuilder.quote(value))", [cut], in: file)
        }
    }

    private func misspelled(
        _ name: TokenSyntax, rank: Int, besides names: Set<String>, in file: SourceFile
    ) -> Candidate? {
        guard let wrong = Self.transposed(name.text), !names.contains(wrong) else { return nil }
        return candidate(
            rank, name, "misspells `\(name.text)` as `\(wrong)`", [TextEdit(name.spliceRange, wrong)],
            in: file)
    }

    private func candidate(
        _ rank: Int, _ node: some SyntaxProtocol, _ summary: String, _ edits: [TextEdit], in file: SourceFile
    ) -> Candidate? {
        // Code that is left out of the build breaks nothing.
        guard node.enclosing(IfConfigDeclSyntax.self) == nil else { return nil }
        return SiteBuilder(file: file).candidate(
            rank: rank, at: node, summary, edits: edits, symptom: .new(offset: edits[0].range.lowerBound),
            mustParse: false)
    }

    /// The name with two letters swapped, from the middle on; nil for names too short or too even.
    static func transposed(_ name: String) -> String? {
        var letters = Array(name)
        guard letters.count >= 3, letters.allSatisfy({ $0.isLetter || $0.isNumber }) else { return nil }
        let middle = letters.count / 2
        let positions = Array(middle..<(letters.count - 1)) + Array((0..<middle).reversed())
        guard let position = positions.first(where: { letters[$0] != letters[$0 + 1] && $0 > 0 }) else {
            return nil
        }
        letters.swapAt(position, position + 1)
        return String(letters)
    }
}
