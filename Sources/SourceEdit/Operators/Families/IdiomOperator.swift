import SwiftSyntax

/// Arithmetic that everybody writes too short at first: rounding up, wrapping round, dividing last, changing units.
struct IdiomOperator: MutationOperator {
    let id = "idioms"
    let summary =
        "rounds a quotient up, wraps an index round, multiplies before it divides, or changes the unit"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.75)
        for infix in scope.all(InfixOperatorExprSyntax.self) {
            switch infix.symbol {
            case "/": roundUp(infix, scope, &list)
            case "%": wrapNegative(infix, scope, &list)
            case "*": divideLast(infix, scope, &list)
            default: break
            }
        }
        for access in scope.all(SubscriptCallExprSyntax.self) { wrapIndex(access, scope, &list) }
        for infix in scope.all(InfixOperatorExprSyntax.self) where infix.symbol == "=" {
            wrapAssigned(infix, scope, &list)
        }
        for expression in scope.expressions { changeUnit(expression, scope, &list) }
        return list.found
    }

    /// Units by how names end, with what takes a number to the usual other ones.
    private static let units: [(suffix: String, factors: [String])] = [
        ("nanoseconds", []), ("milliseconds", ["/ 1000"]), ("millis", ["/ 1000"]),
        ("microseconds", ["/ 1000"]),
        ("seconds", ["* 1000", "/ 60"]), ("minutes", ["* 60", "/ 60"]), ("hours", ["* 60", "* 3600"]),
        ("days", ["* 24", "* 86400"]), ("weeks", ["* 7"]), ("cents", ["/ 100", "* 100"]),
        ("percent", ["/ 100"]), ("percentage", ["/ 100"]), ("kilobytes", ["* 1024"]),
        ("megabytes", ["* 1024"]),
        ("meters", ["/ 1000"]), ("kilometers", ["* 1000"]),
    ]

    /// `idle > idleMinutes` to `idle > idleMinutes * 60`.
    private func changeUnit(_ expression: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        guard let name = expression.identifier ?? expression.as(MemberAccessExprSyntax.self)?.name,
            let unit = Self.units.first(where: { name.lowercased().hasSuffix($0.suffix) })
        else { return }
        switch scope.role(of: expression) {
        case .operand(let infix):
            guard
                ["+", "-"].contains(infix.symbol)
                    || InfixOperatorExprSyntax.comparisons.contains(infix.symbol)
            else { return }
        case .argument, .assigned, .initial, .returned: break
        default: return
        }
        let type = scope.type(of: expression)
        guard type == nil || TypeText.isNumber(type) else { return }
        for (rank, factor) in unit.factors.enumerated() {
            list.replace(
                expression, with: "\(expression.trimmedDescription) \(factor)",
                precedence: Precedence.multiplication, 0.7 - 0.1 * Double(rank))
        }
    }

    /// `n / size` to `(n + size - 1) / size`.
    private func roundUp(
        _ infix: InfixOperatorExprSyntax, _ scope: MutationScope, _ list: inout MutationList
    ) {
        let type = scope.type(of: infix.leftOperand) ?? scope.type(of: infix.rightOperand)
        guard TypeText.isInteger(type), infix.leftOperand.integer == nil else { return }
        let divisor = infix.rightOperand
        guard divisor.integer != 1 else { return }
        let rest = divisor.integer.map { "\($0 - 1)" } ?? "\(Precedence.operand(divisor, of: "+")) - 1"
        list.replace(
            infix.leftOperand, with: "(\(Precedence.operand(infix.leftOperand, of: "+")) + \(rest))", 0.8)
    }

    /// `(a - b) % 7` to `(a - b + 7) % 7`, and what is negative to its amount.
    private func wrapNegative(
        _ infix: InfixOperatorExprSyntax, _ scope: MutationScope, _ list: inout MutationList
    ) {
        let whole = ExprSyntax(infix)
        guard !TypeText.isFloat(scope.type(of: whole)) else { return }
        let inner = infix.leftOperand.plain
        let divisor = Precedence.operand(infix.rightOperand, of: "+", isRight: true)
        let canBeNegative =
            inner.as(InfixOperatorExprSyntax.self).map { ["-", "+"].contains($0.symbol) } ?? false
        list.replace(
            infix.leftOperand, with: "(\(Precedence.operand(inner, of: "+")) + \(divisor))",
            canBeNegative ? 0.8 : 0.4)
        let text = infix.trimmedDescription
        let modulus = Precedence.operand(infix.rightOperand, of: "%", isRight: true)
        list.replace(
            whole, with: "(\(text) + \(divisor)) % \(modulus)", precedence: Precedence.multiplication,
            canBeNegative ? 0.7 : 0.4)
        switch scope.role(of: whole) {
        case .argument, .assigned, .initial, .returned: list.replace(whole, with: "abs(\(text))", 0.7)
        default: return
        }
    }

    /// `a / b * c` to `a * c / b`: what is lost by the first cannot come back by the second.
    private func divideLast(
        _ infix: InfixOperatorExprSyntax, _ scope: MutationScope, _ list: inout MutationList
    ) {
        let sides = [
            (infix.leftOperand, infix.rightOperand, true), (infix.rightOperand, infix.leftOperand, false),
        ]
        for (side, other, isFirst) in sides {
            guard let quotient = side.plain.as(InfixOperatorExprSyntax.self), quotient.symbol == "/" else {
                continue
            }
            let dividend = quotient.leftOperand
            let first = Precedence.operand(isFirst ? dividend : other, of: "*")
            let second = Precedence.operand(isFirst ? other : dividend, of: "*", isRight: true)
            let divisor = Precedence.operand(quotient.rightOperand, of: "/", isRight: true)
            list.replace(
                ExprSyntax(infix), with: "\(first) * \(second) / \(divisor)",
                precedence: Precedence.multiplication, 0.9)
        }
    }

    /// `slots[head + count]` to `slots[(head + count) % capacity]`.
    private func wrapIndex(
        _ access: SubscriptCallExprSyntax, _ scope: MutationScope, _ list: inout MutationList
    ) {
        guard access.arguments.count == 1, let argument = access.arguments.first, argument.label == nil else {
            return
        }
        let index = argument.expression
        let base = access.calledExpression
        guard index.integer == nil, !TypeText.isDictionary(scope.type(of: base)),
            TypeText.isInteger(scope.type(of: index)),
            index.plain.as(InfixOperatorExprSyntax.self)?.symbol != "%"
        else { return }
        let isSum = index.is(InfixOperatorExprSyntax.self)
        for (rank, size) in sizes(of: base.trimmedDescription, at: index, scope).enumerated() {
            list.replace(
                index, with: "\(Precedence.operand(index, of: "%")) % \(size)",
                precedence: Precedence.multiplication, (isSum ? 0.8 : 0.5) - 0.1 * Double(rank))
        }
    }

    /// `head = head + 1` to `head = (head + 1) % capacity`.
    private func wrapAssigned(
        _ infix: InfixOperatorExprSyntax, _ scope: MutationScope, _ list: inout MutationList
    ) {
        let value = infix.rightOperand
        guard let sum = value.as(InfixOperatorExprSyntax.self), ["+", "-"].contains(sum.symbol),
            TypeText.isInteger(scope.type(of: value)), infix.leftOperand.identifier != nil
        else { return }
        for (rank, size) in sizes(of: nil, at: value, scope).enumerated() {
            list.replace(
                value, with: "(\(value.trimmedDescription)) % \(size)",
                precedence: Precedence.multiplication, 0.6 - 0.1 * Double(rank))
        }
    }

    /// How long a collection is: its count, and numbers in scope that say so by their name.
    private func sizes(of base: String?, at node: ExprSyntax, _ scope: MutationScope) -> [String] {
        let named = scope.values(at: node).filter { value in
            let name = value.name.lowercased()
            return TypeText.isInteger(value.type)
                && ["capacity", "size", "length", "limit", "modulus"].contains { name.hasSuffix($0) }
        }
        .map(\.name)
        let counted =
            base.map { ["\($0).count"] }
            ?? scope.values(at: node).filter { $0.origin == .member && TypeText.isArray($0.type) }
            .prefix(1).map { "\($0.name).count" }
        return Array((named.prefix(2) + counted).prefix(3))
    }
}
