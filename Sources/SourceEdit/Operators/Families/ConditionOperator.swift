import SwiftSyntax

/// Negates, drops and adds conditions.
struct ConditionOperator: MutationOperator {
    let id = "conditions"
    let summary = "negates a condition, drops a clause of it, or adds one about names in scope"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.9)
        for condition in scope.conditions {
            if scope.purpose == .testing {
                settle(condition, &list)
            } else {
                negate(condition, &list)
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

    /// A condition that never changes, which is harder to notice than its opposite.
    ///
    /// Comparisons and chains of clauses have more telling neighbours, and a loop that never ends tells nothing.
    private func settle(_ condition: ExprSyntax, _ list: inout MutationList) {
        guard !condition.isLiteral, !condition.plain.is(InfixOperatorExprSyntax.self) else { return }
        let isLoop =
            condition.parent?.is(RepeatStmtSyntax.self) == true
            || condition.parent?.parent?.parent?.is(WhileStmtSyntax.self) == true
        if !isLoop { list.replace(condition, with: "true", 0.6) }
        list.replace(condition, with: "false", 0.6)
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

    /// How likely a clause joins a condition in each of four ways; zero for never.
    private struct Weights {
        var andGood = 0.9
        var orBad = 0.8
        var andBad = 0.5
        var orGood = 0.5
    }

    private struct Clause {
        var text: String
        var symbol: String
        var isFirst: Bool
        var factor: Double
    }

    private func add(to condition: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        let weights = weights(for: condition)
        let text = condition.text
        let sides =
            condition.plain.as(InfixOperatorExprSyntax.self).map {
                [$0.leftOperand.text, $0.rightOperand.text]
            } ?? []
        var found: [Clause] = []
        for atom in scope.atoms(at: condition, near: surroundings(of: condition), limit: 24)
        where !text.contains(atom.good) && !text.contains(atom.bad) {
            // Where both sides are compared already, neighbouring comparisons say the same.
            if let (left, right) = atom.operands, sides.contains(left),
                sides.contains(right) || Int(right) != nil
            {
                continue
            }
            let isFirst = atom.isSafety
            var weights = weights
            // A clause is forgotten where there are several more easily than where there is one.
            if condition.plain.as(InfixOperatorExprSyntax.self)?.symbol == "&&" { weights.andGood *= 1.15 }
            if atom.isFlag || atom.isState {
                weights.andBad = weights.andGood
                weights.orGood = max(weights.orGood, weights.orBad, 0.6)
            }
            if atom.isEquality { weights.orBad = max(weights.orBad, weights.orGood) }
            found.append(
                Clause(text: atom.good, symbol: "&&", isFirst: isFirst, factor: weights.andGood * atom.factor)
            )
            found.append(
                Clause(text: atom.bad, symbol: "||", isFirst: isFirst, factor: weights.orBad * atom.factor))
            guard !atom.isSafety || atom.isState else { continue }
            found.append(
                Clause(text: atom.bad, symbol: "&&", isFirst: false, factor: weights.andBad * atom.factor))
            found.append(
                Clause(text: atom.good, symbol: "||", isFirst: false, factor: weights.orGood * atom.factor))
        }
        let ordered = found.enumerated().filter { $0.element.factor > 0 }
            .sorted { ($1.element.factor, $0.offset) < ($0.element.factor, $1.offset) }
        for clause in ordered.map(\.element).prefix(64) { join(condition, clause, &list) }
    }

    /// A guard names what has to hold, an early exit what must not.
    private func weights(for condition: ExprSyntax) -> Weights {
        guard let element = condition.parent?.as(ConditionElementSyntax.self),
            let elements = element.parent?.as(ConditionElementListSyntax.self), let owner = elements.parent
        else { return Weights() }
        var weights = Weights()
        if owner.is(GuardStmtSyntax.self) {
            weights = Weights(andGood: 1, orBad: 0, andBad: 0.5, orGood: 0.3)
        } else if owner.is(WhileStmtSyntax.self) {
            weights = Weights(andGood: 1, orBad: 0, andBad: 0.5, orGood: 0.4)
        } else if let branch = owner.as(IfExprSyntax.self), branch.body.statements.last?.leaves == true {
            weights = Weights(andGood: 0.6, orBad: 1, andBad: 0.5, orGood: 0.6)
        }
        // Where a comma joins, the last expression stands for all of them.
        let last = elements.last { $0.condition.is(ExprSyntax.self) }
        if last?.id != element.id {
            weights.andGood = 0
            weights.andBad = 0
        }
        return weights
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

    private func join(_ condition: ExprSyntax, _ clause: Clause, _ list: inout MutationList) {
        let isMarked = condition.is(TryExprSyntax.self) || condition.is(AwaitExprSyntax.self)
        if isMarked, clause.isFirst {
            // `try` may not stand right of an operator.
            guard clause.symbol == "&&", condition.parent?.is(ConditionElementSyntax.self) == true else {
                return
            }
            list.edit(
                [.insert(clause.text + ", ", at: condition.spliceRange.lowerBound)], clause.factor,
                original: "",
                replacement: clause.text)
            return
        }
        let old = Precedence.operand(condition, of: clause.symbol)
        let parts = clause.isFirst ? [clause.text, old] : [old, clause.text]
        list.replace(
            condition, with: parts.joined(separator: " \(clause.symbol) "),
            precedence: Precedence.of(symbol: clause.symbol), clause.factor,
            summary: "\(MutationList.quote(clause.text)) joins the condition with `\(clause.symbol)`")
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
        let place =
            owner.as(IfExprSyntax.self)?.body.statements.first.map { Syntax($0) }
            ?? owner.nextToken(viewMode: .sourceAccurate).flatMap { next in
                owner.is(GuardStmtSyntax.self) ? Syntax(next) : nil
            } ?? Syntax(last)
        for atom in scope.atoms(at: place, near: anchor, limit: 10) {
            list.edit(
                [.insert(", " + atom.good, at: last.spliceRange.upperBound)], 0.5 * atom.factor, original: "",
                replacement: atom.good)
            if !atom.isSafety || atom.isState {
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
