import SourceEdit
import SwiftSyntax

/// The statements of a test that lead to its failing assertion, and the same with inputs next to it.
struct TestBody {
    let text: String
    /// Bodies with one literal of the input changed and the assertion kept.
    let neighbours: [String]
    /// Bodies with one literal changed that only run the code.
    let completions: [String]

    init(_ statements: CodeBlockItemListSyntax, around line: Int?, in file: SourceFile) {
        let all = Array(statements)
        guard let line, let index = all.firstIndex(where: { file.lines(of: $0).contains(line) }) else {
            text = TestSlice.text(statements, file)
            let whole = all.map { TestSlice.dedented($0, file) }
            let last = all.lastIndex { !Assertion.all(in: $0).isEmpty } ?? all.count - 1
            neighbours = all.isEmpty ? [] : Self.variations(all, at: last, rows: whole, file: file)
            completions = all.isEmpty ? [] : Self.completing(Self.slice(all, upTo: last), file: file)
            return
        }
        let kept = Self.slice(all, upTo: index)
        let rows = kept.map { TestSlice.dedented($0, file) }
        text = rows.joined(separator: "\n")
        neighbours = Self.variations(kept, at: kept.count - 1, rows: rows, file: file)
        completions = Self.completing(kept, file: file)
    }

    /// The statements the failing one depends on: other assertions go unless they change what it reads.
    private static func slice(_ all: [CodeBlockItemSyntax], upTo index: Int) -> [CodeBlockItemSyntax] {
        let variables = Set(
            all.flatMap { $0.descendants(VariableDeclSyntax.self) }.filter {
                $0.bindingSpecifier.text == "var"
            }
            .flatMap(\.bindings).map(\.pattern.trimmedDescription))
        var kept = [all[index]]
        var needed = words(all[index])
        for statement in all[..<index].reversed() {
            let names = words(statement)
            let isAssertion =
                !Assertion.all(in: statement).isEmpty && !statement.item.is(VariableDeclSyntax.self)
            let declared = Set(
                statement.descendants(PatternBindingSyntax.self).map(\.pattern.trimmedDescription)
                    + statement.descendants(IdentifierPatternSyntax.self).map(\.identifier.text)
                    + (statement.item.asProtocol((any NamedDeclSyntax).self).map { [$0.name.text] } ?? []))
            let touchesState = !names.isDisjoint(with: variables) || names.contains("self")
            guard !declared.isDisjoint(with: needed) || touchesState || !isAssertion && declared.isEmpty
            else { continue }
            kept.insert(statement, at: 0)
            needed.formUnion(names)
        }
        return kept
    }

    private static func words(_ node: some SyntaxProtocol) -> Set<String> {
        Set(node.descendants(TokenSyntax.self).map(\.text))
    }

    private static func variations(
        _ statements: [CodeBlockItemSyntax], at index: Int, rows: [String], file: SourceFile, limit: Int = 10
    ) -> [String] {
        var found: [String] = []
        // The input stands in the subject of the assertion, or in what the subject is made from.
        let subjects = Assertion.all(in: statements[index]).flatMap { assertion -> [Syntax] in
            assertion.throwingBody.map { [Syntax($0)] } ?? assertion.subjects.map { Syntax($0) }
        }
        let scopes = subjects.isEmpty ? [Syntax(statements[index])] : subjects
        for scope in scopes {
            for edit in LiteralVariation.all(in: scope) {
                found.append(replaced(statements, index, [edit], rows, file))
            }
        }
        for (position, statement) in statements.enumerated() where position != index {
            guard statement.item.is(VariableDeclSyntax.self) else { continue }
            for edit in LiteralVariation.all(in: Syntax(statement)).prefix(4) {
                found.append(replaced(statements, position, [edit], rows, file))
            }
        }
        return Array(found.prefix(limit))
    }

    /// Bodies that run the subject of the assertion on other inputs and ask nothing of the result.
    private static func completing(_ statements: [CodeBlockItemSyntax], file: SourceFile) -> [String] {
        guard let last = statements.last, let assertion = Assertion.all(in: last).first,
            let call = bareCall(of: assertion)
        else { return [] }
        let rows = statements.dropLast().map { TestSlice.dedented($0, file) }
        var found: [String] = []
        let base = call.positionAfterSkippingLeadingTrivia.utf8Offset
        for edit in LiteralVariation.all(in: call).prefix(6) {
            let local = TextEdit(
                (edit.range.lowerBound - base)..<(edit.range.upperBound - base), edit.replacement)
            guard let text = [local].applied(to: call.trimmedDescription) else { continue }
            found.append((rows + [discarded(text)]).joined(separator: "\n"))
        }
        for (position, statement) in statements.dropLast().enumerated()
        where statement.item.is(VariableDeclSyntax.self) {
            for edit in LiteralVariation.all(in: Syntax(statement)).prefix(6) {
                let changed = replaced(Array(statements.dropLast()), position, [edit], rows, file)
                found.append(changed + "\n" + discarded(call.trimmedDescription))
            }
        }
        return Array(found.prefix(8))
    }

    /// What an assertion runs, without the assertion.
    private static func bareCall(of assertion: Assertion) -> Syntax? {
        guard let body = assertion.throwingBody else { return assertion.subjects.first.map { Syntax($0) } }
        guard body.statements.count == 1, case .expr(let expression) = body.statements.first?.item else {
            return nil
        }
        return Syntax(expression)
    }

    /// An error is an end, too.
    private static func discarded(_ call: String) -> String {
        "_ = " + (call.hasPrefix("try ") ? "try? " + call.dropFirst(4) : call)
    }

    private static func replaced(
        _ statements: [CodeBlockItemSyntax], _ index: Int, _ edits: [TextEdit], _ rows: [String],
        _ file: SourceFile
    ) -> String {
        let statement = statements[index]
        let base = statement.positionAfterSkippingLeadingTrivia.utf8Offset
        let local = edits.map {
            TextEdit(($0.range.lowerBound - base)..<($0.range.upperBound - base), $0.replacement)
        }
        let indentation = file.indentation(of: statement)
        let text = local.applied(to: statement.trimmedDescription) ?? statement.trimmedDescription
        var rows = rows
        rows[index] = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(indentation) ? String($0.dropFirst(indentation.count)) : String($0) }
            .joined(separator: "\n")
        return rows.joined(separator: "\n")
    }
}
