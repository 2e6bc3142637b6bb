import SwiftSyntax

/// Negates, drops and adds conditions.
struct ConditionOperator: MutationOperator {
    let id = "conditions"
    let summary = "negates a condition, drops a clause of it, or adds one about names in scope"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.9)
        for condition in scope.conditions {
            negate(condition, &list)
            if scope.purpose == .testing {
                settle(condition, &list)
            } else {
                add(to: condition, scope, &list)
            }
        }
        for element in scope.all(ConditionElementSyntax.self) { drop(element, &list) }
        guard scope.purpose == .repair else { return list.found }
        for value in scope.returned where scope.type(of: value) == "Bool" && !value.isLiteral {
            add(to: value, scope, &list)
        }
        for access in scope.all(MemberAccessExprSyntax.self) where access.name == "isEmpty" {
            atMostOne(access, &list)
        }
        for binding in scope.all(ConditionElementListSyntax.self) { append(to: binding, scope, &list) }
        return list.found
    }

    private func negate(_ condition: ExprSyntax, _ list: inout MutationList) {
        if let infix = condition.plain.as(InfixOperatorExprSyntax.self),
            InfixOperatorExprSyntax.comparisons.contains(infix.symbol)
        {
            return
        }
        guard !condition.isLiteral, condition.as(PrefixOperatorExprSyntax.self)?.operator.text != "!" else {
            return
        }
        list.replace(condition, with: Precedence.negation(of: condition), 0.7)
    }

    /// A condition that never changes; comparisons have more telling neighbours.
    private func settle(_ condition: ExprSyntax, _ list: inout MutationList) {
        guard let infix = condition.plain.as(InfixOperatorExprSyntax.self),
            ["&&", "||"].contains(infix.symbol)
        else {
            return
        }
        let isLoop =
            condition.enclosing(WhileStmtSyntax.self)?.conditions.spliceRange.contains(
                condition.spliceRange.lowerBound) ?? false
        if !isLoop { list.replace(condition, with: "true", 0.5) }
        list.replace(condition, with: "false", 0.5)
    }

    private func drop(_ element: ConditionElementSyntax, _ list: inout MutationList) {
        guard let elements = element.parent?.as(ConditionElementListSyntax.self).map(Array.init),
            elements.count > 1,
            case .expression(let expression) = element.condition,
            let position = elements.firstIndex(of: element)
        else { return }
        let own = expression.spliceRange
        let range =
            position + 1 < elements.count
            ? own.lowerBound..<elements[position + 1].spliceRange.lowerBound
            : elements[position - 1].condition.spliceRange.upperBound..<own.upperBound
        list.edit(
            [TextEdit(range, "")], 0.35, original: expression.trimmedDescription, replacement: "",
            removes: true)
    }

    private func add(to condition: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        let near = surroundings(of: condition)
        let text = condition.text
        for atom in scope.atoms(at: condition, near: near, limit: 12)
        where !text.contains(atom.good) && !text.contains(atom.bad) {
            join(condition, "&&", atom.good, atom, 0.9, &list)
            join(condition, "||", atom.bad, atom, 1, &list)
            if !atom.isSafety {
                join(condition, "&&", atom.bad, atom, 0.6, &list)
                join(condition, "||", atom.good, atom, 0.6, &list)
            }
        }
    }

    /// What a condition decides about: its statement, or what it is written in.
    private func surroundings(of condition: ExprSyntax) -> Syntax {
        var node = condition.parent
        while let current = node {
            if current.is(CodeBlockItemSyntax.self) || current.is(ForStmtSyntax.self) { return current }
            node = current.parent
        }
        return Syntax(condition)
    }

    private func join(
        _ condition: ExprSyntax, _ symbol: String, _ clause: String, _ atom: Atom, _ factor: Double,
        _ list: inout MutationList
    ) {
        let left = Precedence.operand(condition, of: symbol)
        let text = atom.isSafety ? "\(clause) \(symbol) \(left)" : "\(left) \(symbol) \(clause)"
        list.replace(
            condition, with: text, precedence: Precedence.of(symbol: symbol), factor * atom.factor,
            summary: "\(MutationList.quote(clause)) joins the condition with `\(symbol)`")
    }

    /// A clause after an optional binding, which `&&` cannot join.
    private func append(
        to elements: ConditionElementListSyntax, _ scope: MutationScope, _ list: inout MutationList
    ) {
        guard let last = elements.last, !last.condition.is(ExprSyntax.self), let owner = elements.parent
        else { return }
        let anchor: Syntax =
            owner.as(IfExprSyntax.self).map { Syntax($0.body) } ?? owner.as(WhileStmtSyntax.self).map {
                Syntax($0.body)
            }
            ?? Syntax(owner)
        let place = owner.as(IfExprSyntax.self)?.body.statements.first.map { Syntax($0) } ?? Syntax(last)
        for atom in scope.atoms(at: place, near: anchor, limit: 4) {
            list.edit(
                [.insert(", " + atom.good, at: last.spliceRange.upperBound)], 0.5 * atom.factor, original: "",
                replacement: atom.good)
            if !atom.isSafety {
                list.edit(
                    [.insert(", " + atom.bad, at: last.spliceRange.upperBound)], 0.4 * atom.factor,
                    original: "",
                    replacement: atom.bad)
            }
        }
    }

    /// `xs.isEmpty` to `xs.count <= 1`: a base case that covers one length more.
    private func atMostOne(_ access: MemberAccessExprSyntax, _ list: inout MutationList) {
        guard let base = access.base else { return }
        if let prefix = access.parent?.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
            list.replace(
                ExprSyntax(prefix), with: "\(base.trimmedDescription).count > 1",
                precedence: Precedence.comparison, 0.8)
        } else {
            list.replace(
                ExprSyntax(access), with: "\(base.trimmedDescription).count <= 1",
                precedence: Precedence.comparison, 0.8)
        }
    }
}
