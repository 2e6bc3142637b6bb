import SwiftSyntax

/// Changes how long a loop runs and what it runs over.
struct LoopOperator: MutationOperator {
    let id = "loops"
    let summary = "replaces a loop's condition or sequence, or adds and drops its `where`"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.85)
        for loop in scope.all(WhileStmtSyntax.self) {
            condition(of: loop, scope, &list)
            list.replace(loop.whileKeyword, with: "if", 0.3)
        }
        for loop in scope.all(ForStmtSyntax.self) {
            sequence(of: loop, scope, &list)
            filter(loop, scope, &list)
        }
        for branch in scope.all(IfExprSyntax.self)
        where branch.elseBody == nil && branch.parent?.is(ExpressionStmtSyntax.self) == true {
            guard let last = branch.body.statements.last, !last.leaves else { continue }
            list.replace(branch.ifKeyword, with: "while", progresses(branch) ? 0.95 : 0.4)
        }
        return list.found
    }

    /// Whether the block changes what its condition asks for, as the body of a loop does.
    private func progresses(_ branch: IfExprSyntax) -> Bool {
        let asked = branch.conditions.names
        return branch.body.statements.contains { item in
            guard let infix = item.item.as(InfixOperatorExprSyntax.self), infix.isAssignment,
                let name = infix.leftOperand.identifier
            else { return false }
            return asked.contains(name) && infix.rightOperand.names.contains(name)
                || asked.contains(name)
                    && infix.symbol != "="
        }
    }

    private func condition(of loop: WhileStmtSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        guard loop.conditions.count == 1, case .expression(let condition)? = loop.conditions.first?.condition
        else { return }
        let isEndless = condition.trimmedDescription == "true"
        let near = loop.body
        let atoms = scope.atoms(at: condition, near: near, limit: isEndless ? 12 : 4)
        for atom in atoms where atom.good != condition.trimmedDescription {
            list.replace(condition, with: atom.good, (isEndless ? 1 : 0.4) * atom.factor)
            if isEndless, !atom.isSafety { list.replace(condition, with: atom.bad, 0.6 * atom.factor) }
        }
        if !isEndless { list.replace(condition, with: "true", 0.2) }
    }

    private func sequence(of loop: ForStmtSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        let sequence = loop.sequence
        let plain = sequence.plain
        if let range = plain.as(InfixOperatorExprSyntax.self), ["..<", "..."].contains(range.symbol) {
            list.replace(sequence, with: "(\(range.trimmedDescription)).reversed()", 0.7)
            return
        }
        let type = scope.type(of: sequence)
        let last = plain.as(FunctionCallExprSyntax.self)
        guard
            plain.identifier != nil || plain.is(MemberAccessExprSyntax.self)
                || plain.is(SubscriptCallExprSyntax.self) || last != nil,
            type.map({ TypeText.element(of: $0) != nil && !TypeText.isDictionary($0) }) ?? (last == nil)
        else { return }
        let text = plain.trimmedDescription
        let name = last?.functionName
        if name == "stride" || name == "zip" { return }
        if name == "enumerated" || plain.as(MemberAccessExprSyntax.self)?.name == "indices" {
            list.replace(sequence, with: text + ".dropFirst()", 0.6)
            list.replace(sequence, with: text + ".dropLast()", 0.6)
            list.replace(sequence, with: text + ".reversed()", 0.7)
            return
        }
        for (member, factor) in [("reversed", 0.8), ("dropFirst", 0.9), ("dropLast", 0.8), ("sorted", 0.6)]
        where member != name {
            if member == "sorted", !TypeText.isOrdered(TypeText.element(of: type)) || name == "reversed" {
                continue
            }
            if TypeText.isSet(type), member != "sorted" { continue }
            list.replace(sequence, with: "\(text).\(member)()", factor)
        }
        if TypeText.isArray(type), loop.pattern.is(IdentifierPatternSyntax.self), name == nil,
            TypeText.isInteger(TypeText.element(of: type))
        {
            list.replace(sequence, with: text + ".indices", 0.7)
        }
        let integers = scope.values(at: sequence).filter {
            TypeText.isInteger($0.type) && $0.origin <= .parameter
        }
        for (rank, count) in integers.prefix(2).enumerated() where !TypeText.isSet(type) {
            let factor = 0.9 - 0.2 * Double(rank)
            list.replace(sequence, with: "\(text).dropFirst(\(count.name))", factor)
            if TypeText.isArray(type) {
                list.replace(sequence, with: "\(text)[\(count.name)...]", factor * 0.9)
            }
            list.replace(sequence, with: "\(text).prefix(\(count.name))", factor * 0.8)
        }
    }

    private func filter(_ loop: ForStmtSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        if let clause = loop.whereClause {
            list.edit(
                [TextEdit(loop.sequence.spliceRange.upperBound..<clause.spliceRange.upperBound, "")], 0.35,
                original: clause.trimmedDescription, replacement: "", removes: true)
            return
        }
        guard let first = loop.body.statements.first else { return }
        let bound = Set(loop.pattern.boundNames)
        let atoms = scope.atoms(at: first, near: loop.body, limit: 12).filter { atom in
            bound.contains { atom.good.contains($0) }
        }
        for atom in atoms.prefix(4) {
            for (text, factor) in [(atom.good, 0.6), (atom.bad, 0.4)] {
                list.edit(
                    [.insert(" where \(text)", at: loop.sequence.spliceRange.upperBound)],
                    factor * atom.factor,
                    original: "", replacement: "where \(text)")
            }
        }
    }
}
