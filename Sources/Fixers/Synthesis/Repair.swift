import Incident
import SourceEdit
import SwiftSyntax

/// What every fixer works with: the diagnosis, its place, and the ways to guard it.
struct Repair {
    let fixer: String
    let diagnosis: Diagnosis
    let patient: PatientSource
    let point: FaultPoint

    var file: SourceFile { point.file }

    init?(_ fixer: String, _ diagnosis: Diagnosis, _ patient: PatientSource) {
        guard let point = FaultPoint(diagnosis.location, in: patient) else { return nil }
        self.init(fixer, diagnosis, patient, at: point)
    }

    init(_ fixer: String, _ diagnosis: Diagnosis, _ patient: PatientSource, at point: FaultPoint) {
        self.fixer = fixer
        self.diagnosis = diagnosis
        self.patient = patient
        self.point = point
    }

    func candidate(_ rationale: String, _ edits: [TextEdit]) -> Candidate {
        Candidate(fixer: fixer, rationale: rationale, edits: [FileEdit(path: file.path, edits: edits)])
    }

    func replace(_ node: some SyntaxProtocol, by text: String, _ rationale: String) -> Candidate {
        candidate(rationale, [TextEdit(node.spliceRange, text)])
    }

    // MARK: - Guards

    /// A place where a guard may stand: before a statement, leaving a function or closure.
    struct Placement {
        let statement: CodeBlockItemSyntax
        let scope: FunctionContext
        let isInLoop: Bool
    }

    /// Where a guard about `names` may stand before `node` runs: the closest statement first, then outwards while
    /// every name is still declared before it.
    func placements(for node: some SyntaxProtocol, naming names: Set<String>) -> [Placement] {
        var found: [Placement] = []
        var current: Syntax? = Syntax(node)
        while let candidate = current {
            if let item = candidate.as(CodeBlockItemSyntax.self),
                let scope = FunctionContext.around(candidate, closures: true)
            {
                found.append(Placement(statement: item, scope: scope, isInLoop: isInLoop(item, of: scope)))
                // A name declared in the statement's own block, or by a closure or loop around it, is not visible
                // further out.
                let block = item.parent?.parent
                if declares(names, in: item.parent, before: item) || binds(names, at: block) { break }
            }
            if candidate.is(DeclSyntax.self), FunctionContext(candidate) != nil { break }
            if candidate.is(AccessorDeclSyntax.self) { break }
            current = candidate.parent
        }
        return found
    }

    /// Candidates that insert `guard <condition> else { <exit> }` at every placement, with edits beside it.
    func guards(
        _ conditions: [String], before node: some SyntaxProtocol, naming names: Set<String>,
        because reason: String,
        with extra: [TextEdit] = [], exitLimit: Int = 14
    ) -> [Candidate] {
        var result: [Candidate] = []
        let placements = placements(for: node, naming: names)
        // Leaving a closure is the exception: where the guard can stand outside, it does so first.
        let ordered =
            placements.filter { !$0.scope.node.is(ClosureExprSyntax.self) }
            + placements.filter { $0.scope.node.is(ClosureExprSyntax.self) }
        let raised = ordered.first.flatMap { beforeWrites($0, naming: names) }
        for placement in (raised.map { [$0] } ?? []) + ordered.prefix(3) {
            let exits = exits(placement, subjects: names.sorted())
            for exit in exits.statements.prefix(exitLimit) {
                for condition in conditions {
                    result.append(
                        candidate(
                            "Inserts `guard \(condition)` with `\(exit)`: \(reason).",
                            [insertion("guard \(condition) else { \(exit) }", before: placement.statement)]
                                + extra))
                }
            }
        }
        return result
    }

    /// A place further up in the same block: whoever leaves early should leave everything as it was.
    ///
    /// - Returns: nil where nothing is written right before the placement, or where it has to do with `names`.
    private func beforeWrites(_ placement: Placement, naming names: Set<String>) -> Placement? {
        guard let list = placement.statement.parent?.as(CodeBlockItemListSyntax.self),
            let own = list.firstIndex(where: { $0.id == placement.statement.id })
        else { return nil }
        var first: CodeBlockItemSyntax?
        for item in list[..<own].reversed() {
            guard let expression = item.item.as(ExprSyntax.self), writes(expression),
                item.descendants(DeclReferenceExprSyntax.self).allSatisfy({
                    !names.contains($0.baseName.text)
                })
            else { break }
            first = item
        }
        return first.map { Placement(statement: $0, scope: placement.scope, isInLoop: placement.isInLoop) }
    }

    /// An assignment, or a call whose result nobody takes on something that has a name.
    private func writes(_ expression: ExprSyntax) -> Bool {
        if let infix = expression.as(InfixOperatorExprSyntax.self) {
            return infix.operator.trimmedDescription.hasSuffix("=")
        }
        let access = expression.as(FunctionCallExprSyntax.self)?.calledExpression.as(
            MemberAccessExprSyntax.self)
        return access?.base != nil
    }

    /// Candidates that bind an optional with `guard let` before the statement of `node` and use the bound name.
    func guardLet(
        _ optional: String, replacing node: some SyntaxProtocol, name wanted: String,
        naming names: Set<String>,
        because reason: String
    ) -> [Candidate] {
        let placements = placements(for: node, naming: names)
        guard let placement = placements.first else { return [] }
        var result: [Candidate] = []
        let item = placement.statement
        let exits = exits(placement, subjects: names.sorted())
        // `let x = y!` becomes `guard let x = y else { … }` as a whole.
        if let declaration = item.item.as(VariableDeclSyntax.self), declaration.bindings.count == 1,
            let binding = declaration.bindings.first, let value = binding.initializer?.value,
            value.spliceRange == node.spliceRange
        {
            let keyword = declaration.bindingSpecifier.text
            let pattern = binding.pattern.trimmedDescription
            let isShadow = pattern == optional
            let head = isShadow ? "\(keyword) \(pattern)" : "\(keyword) \(pattern) = \(optional)"
            for exit in exits.statements.prefix(16) {
                result.append(
                    candidate(
                        "Binds with `guard \(head)` and `\(exit)`: \(reason).",
                        [TextEdit(declaration.spliceRange, "guard \(head) else { \(exit) }")]))
            }
            return result + [conditional(item, declaration, head, reason)].compactMap(\.self)
        }
        let name = freshName(wanted, in: placement.scope)
        for exit in exits.statements.prefix(16) {
            result.append(
                candidate(
                    "Binds `\(name)` with `guard let` and `\(exit)`: \(reason).",
                    [
                        insertion("guard let \(name) = \(optional) else { \(exit) }", before: item),
                        TextEdit(node.spliceRange, name),
                    ]))
        }
        return result
    }

    /// A candidate that runs a block only where there is a value, for one that begins by unwrapping it; what stands
    /// behind the block then does without.
    private func conditional(
        _ item: CodeBlockItemSyntax, _ declaration: VariableDeclSyntax, _ condition: String, _ reason: String
    ) -> Candidate? {
        guard let block = item.parent?.parent?.as(CodeBlockSyntax.self),
            block.statements.first?.id == item.id, let next = block.statements.dropFirst().first
        else { return nil }
        let rationale = "Runs the block only with `if \(condition)`: \(reason)."
        if let plain = block.parent?.as(DoStmtSyntax.self), plain.catchClauses.isEmpty {
            let head = plain.doKeyword.spliceRange.lowerBound..<declaration.spliceRange.upperBound
            return candidate(rationale, [TextEdit(head, "if \(condition) {")])
        }
        guard let branch = block.parent?.as(IfExprSyntax.self), branch.elseBody == nil,
            next.leadingTrivia.allSatisfy(\.isWhitespace)
        else { return nil }
        let line = declaration.spliceRange.lowerBound..<next.spliceRange.lowerBound
        return candidate(
            rationale,
            [.insert(", \(condition)", at: branch.conditions.spliceRange.upperBound), TextEdit(line, "")])
    }

    func exits(_ placement: Placement, subjects: [String]) -> Exits {
        Exits(
            from: placement.scope, diagnosis: diagnosis, patient: patient, file: file, subjects: subjects,
            isInLoop: placement.isInLoop)
    }

    /// Fallback expressions for `node`, best first.
    func defaults(for node: some SyntaxProtocol) -> [String] {
        guard let scope = FunctionContext.around(node, closures: false) ?? point.function else {
            return ["0", "\"\"", "[]", "nil", "false", "[:]"]
        }
        return Array(
            Exits(
                from: scope, diagnosis: diagnosis, patient: patient, file: file, subjects: [], isInLoop: false
            ).defaults.prefix(24))
    }

    /// `text` on a line of its own before a statement, indented like it.
    func insertion(_ text: String, before statement: CodeBlockItemSyntax) -> TextEdit {
        let start = statement.positionAfterSkippingLeadingTrivia.utf8Offset
        let first = file.text(ofLine: file.line(of: statement))
        let before = first.utf8.prefix(
            file.converter.location(for: statement.positionAfterSkippingLeadingTrivia).column - 1)
        guard before.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
            // A statement that shares its line: `{ a / b }`.
            return .insert(text + "; " + impliedReturn(statement), at: start)
        }
        let indentation = file.indentation(of: statement)
        let indented = text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n" + indentation)
        return .insert(indented + "\n" + indentation + impliedReturn(statement), at: start)
    }

    /// `return ` where `statement` is the only expression of a body that yields it: a second statement ends that.
    private func impliedReturn(_ statement: CodeBlockItemSyntax) -> String {
        guard statement.item.is(ExprSyntax.self),
            let list = statement.parent?.as(CodeBlockItemListSyntax.self),
            list.count == 1, let scope = FunctionContext.around(statement, closures: true),
            scope.body.id == list.id
        else { return "" }
        return scope.returnType != nil || scope.node.is(ClosureExprSyntax.self) ? "return " : ""
    }

    /// Identifiers that an expression mentions, member names left out.
    func names(in node: some SyntaxProtocol) -> Set<String> {
        Set(
            node.descendants(DeclReferenceExprSyntax.self)
                .filter { reference in
                    guard let access = reference.parent?.as(MemberAccessExprSyntax.self) else { return true }
                    return access.base.map { Syntax($0).id == Syntax(reference).id } ?? false
                }
                .map(\.baseName.text))
    }

    private func isInLoop(_ item: CodeBlockItemSyntax, of scope: FunctionContext) -> Bool {
        var node = item.parent
        while let current = node, current.id != scope.node.id {
            if current.is(ForStmtSyntax.self) || current.is(WhileStmtSyntax.self)
                || current.is(RepeatStmtSyntax.self)
            {
                return true
            }
            node = current.parent
        }
        return false
    }

    private func declares(_ names: Set<String>, in list: Syntax?, before item: CodeBlockItemSyntax) -> Bool {
        guard let list = list?.as(CodeBlockItemListSyntax.self) else { return false }
        for sibling in list {
            if sibling.id == item.id { return false }
            // Bindings of nested blocks are not visible here; those of `let`, `var` and `guard` are.
            let isBinding = sibling.item.is(VariableDeclSyntax.self) || sibling.item.is(GuardStmtSyntax.self)
            if isBinding,
                sibling.descendants(IdentifierPatternSyntax.self).contains(where: {
                    names.contains($0.identifier.text)
                })
            {
                return true
            }
        }
        return false
    }

    private func binds(_ names: Set<String>, at block: Syntax?) -> Bool {
        guard let block else { return false }
        if let closure = block.as(ClosureExprSyntax.self) {
            if names.contains(where: { $0.hasPrefix("$") }) { return true }
            return FunctionContext(Syntax(closure))?.parameters.contains { names.contains($0.name) } ?? false
        }
        guard let owner = block.parent else { return false }
        if let loop = owner.as(ForStmtSyntax.self) {
            return loop.pattern.descendants(IdentifierPatternSyntax.self)
                .contains { names.contains($0.identifier.text) }
        }
        if let branch = owner.as(IfExprSyntax.self) {
            return branch.conditions.descendants(IdentifierPatternSyntax.self)
                .contains { names.contains($0.identifier.text) }
        }
        if let loop = owner.as(WhileStmtSyntax.self) {
            return loop.conditions.descendants(IdentifierPatternSyntax.self)
                .contains { names.contains($0.identifier.text) }
        }
        if let label = block.as(SwitchCaseSyntax.self) {
            return label.label.descendants(IdentifierPatternSyntax.self)
                .contains { names.contains($0.identifier.text) }
        }
        return false
    }

    private func freshName(_ wanted: String, in scope: FunctionContext) -> String {
        let used = Set(scope.node.descendants(TokenSyntax.self).map(\.text)).union(
            scope.parameters.map(\.name))
        for name in [wanted, "value", "found", "result", wanted + "Value"] where !used.contains(name) {
            return name
        }
        return wanted + "Checked"
    }
}
