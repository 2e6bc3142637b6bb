import SwiftSyntax

/// Makes a statement depend on a condition, and gives a branch its other half.
struct EncloseOperator: MutationOperator {
    let id = "enclose"
    let summary = "puts a condition around a statement, or adds the branch that an `if` lacks"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.7)
        for block in scope.blocks where !scope.returnsImplicitly(block) {
            let items = Array(block)
            for (position, item) in items.enumerated() where !initialises(item, scope) {
                let isChecked = item.declaredNames.isEmpty && !item.leaves
                if isChecked { wrap([item], scope, &list) }
                if isChecked, position + 1 < items.count {
                    let next = items[position + 1]
                    if next.declaredNames.isEmpty, !next.leaves, !initialises(next, scope) {
                        wrap([item, next], scope, &list)
                    }
                }
            }
        }
        for branch in scope.all(IfExprSyntax.self) where branch.elseBody == nil {
            complete(branch, scope, &list)
        }
        return list.found
    }

    /// A property has to be set whatever holds.
    private func initialises(_ item: CodeBlockItemSyntax, _ scope: MutationScope) -> Bool {
        guard scope.function.node.is(InitializerDeclSyntax.self) else { return false }
        let members = Set(scope.ingredients.values(of: scope.reader.owner).map(\.name))
        return item.descendants(InfixOperatorExprSyntax.self).contains { infix in
            guard infix.isAssignment else { return false }
            let target = infix.leftOperand
            return target.as(MemberAccessExprSyntax.self)?.base?.trimmedDescription == "self"
                || target.identifier.map(members.contains) == true
        } || item.descendants(FunctionCallExprSyntax.self).contains { $0.functionName == "init" }
    }

    private func wrap(
        _ items: [CodeBlockItemSyntax], _ scope: MutationScope, _ list: inout MutationList
    ) {
        guard let first = items.first, let last = items.last,
            !first.item.is(FunctionDeclSyntax.self), !last.item.is(FunctionDeclSyntax.self),
            scope.source.startsLine(first.spliceRange.lowerBound)
        else { return }
        let texts = items.compactMap(scope.lines(of:))
        guard texts.count == items.count, texts.reduce(0, { $0 + $1.count }) <= 12 else { return }
        let outer = scope.source.lineEnd + scope.source.indentation(at: first.spliceRange.lowerBound)
        let inner = outer + scope.source.indentUnit
        let body = texts.flatMap { $0 }.map { $0.isEmpty ? scope.source.lineEnd : inner + $0 }.joined()
        for atom in scope.atoms(at: first, near: first, limit: items.count == 1 ? 10 : 6) {
            for (condition, factor) in [(atom.good, 1.0), (atom.bad, atom.isSafety ? 0 : 0.8)]
            where factor > 0 {
                let weight = (items.count == 1 ? 0.9 : 0.6) * factor * atom.factor
                list.edit(
                    [
                        TextEdit(
                            first.spliceRange.lowerBound..<last.spliceRange.upperBound,
                            "if \(condition) {" + body + outer + "}")
                    ], weight, original: first.trimmedDescription, replacement: condition,
                    summary:
                        "\(MutationList.quote(first.trimmedDescription)) only happens if \(MutationList.quote(condition))"
                )
            }
        }
    }

    /// `if a < b { low += 1 }` to `if a < b { low += 1 } else { high -= 1 }`, for what drives the loop around it.
    private func complete(_ branch: IfExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        guard let around = scope.loop(around: branch), branch.body.statements.last?.leaves != true else {
            return
        }
        startAgain(branch, around, scope, &list)
        guard let loop = around.as(WhileStmtSyntax.self) else { return }
        let outer =
            scope.source.lineEnd + scope.source.indentation(at: branch.body.rightBrace.spliceRange.lowerBound)
        let inner = outer + scope.source.indentUnit
        let driving = loop.conditions.names
        let targets = scope.values(at: branch).filter {
            $0.isMutable && $0.origin <= .parameter && TypeText.isInteger($0.type)
                && driving.contains($0.name)
        }
        for target in targets.prefix(3) {
            for (symbol, factor) in [("+=", 1.0), ("-=", 1.0)] {
                let statement = "\(target.name) \(symbol) 1"
                if branch.body.statements.contains(where: { $0.oneLine == statement }) { continue }
                list.edit(
                    [
                        .insert(
                            " else {" + inner + statement + outer + "}",
                            at: branch.body.spliceRange.upperBound)
                    ],
                    factor, original: "", replacement: statement,
                    summary: "\(MutationList.quote("else { \(statement) }")) is inserted")
            }
        }
    }

    /// `if fits { run.append(x) }` to `… else { run = [] }`, for what the branch gathers over the rounds of a loop.
    private func startAgain(
        _ branch: IfExprSyntax, _ loop: Syntax, _ scope: MutationScope, _ list: inout MutationList
    ) {
        let outer =
            scope.source.lineEnd + scope.source.indentation(at: branch.body.rightBrace.spliceRange.lowerBound)
        let inner = outer + scope.source.indentUnit
        let gathered = branch.body.names
        let targets = scope.reader.names.filter {
            $0.ingredient.isMutable && $0.ingredient.initial != nil && gathered.contains($0.ingredient.name)
                && $0.declared < loop.spliceRange.lowerBound
                && $0.visible.contains(branch.positionAfterSkippingLeadingTrivia.utf8Offset)
        }
        for target in targets.map(\.ingredient).prefix(3) {
            guard let initial = target.initial else { continue }
            let statement = "\(target.name) = \(initial)"
            list.edit(
                [
                    .insert(
                        " else {" + inner + statement + outer + "}", at: branch.body.spliceRange.upperBound)
                ],
                0.8, original: "", replacement: statement,
                summary: "\(MutationList.quote("else { \(statement) }")) is inserted")
        }
    }
}
