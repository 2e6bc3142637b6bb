import SwiftSyntax

/// Exchanges `&&` and `||`, drops one side, adds and drops `!`.
struct LogicalOperator: MutationOperator {
    let id = "logical"
    let summary = "replaces `&&` and `||`, drops one side, adds or drops `!`"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.8)
        for infix in scope.all(InfixOperatorExprSyntax.self) {
            guard let other = ["&&": "||", "||": "&&"][infix.symbol] else { continue }
            let left = Precedence.operand(infix.leftOperand, of: other)
            let right = Precedence.operand(infix.rightOperand, of: other)
            list.replace(
                ExprSyntax(infix), with: "\(left) \(other) \(right)",
                precedence: Precedence.of(symbol: other), 1,
                summary: "`\(infix.symbol)` becomes `\(other)`")
            list.reduce(ExprSyntax(infix), to: infix.leftOperand, 0.4, removes: true)
            list.reduce(ExprSyntax(infix), to: infix.rightOperand, 0.4, removes: true)
            // To a test, each side alone tells more than its opposite.
            if scope.purpose == .testing { continue }
            for side in [infix.leftOperand, infix.rightOperand] { negate(side, 0.6, &list) }
        }
        for prefix in scope.all(PrefixOperatorExprSyntax.self) where prefix.operator.text == "!" {
            list.reduce(ExprSyntax(prefix), to: prefix.expression, 0.9)
        }
        guard scope.purpose == .repair else { return list.found }
        // The commas of a condition are `&&` in other letters.
        for element in scope.all(ConditionElementSyntax.self) {
            guard case .expression(let first) = element.condition, element.trailingComma != nil,
                let elements = element.parent?.as(ConditionElementListSyntax.self).map(Array.init),
                let position = elements.firstIndex(of: element), position + 1 < elements.count,
                case .expression(let second) = elements[position + 1].condition
            else { continue }
            let text = "\(Precedence.operand(first, of: "||")) || \(Precedence.operand(second, of: "||"))"
            let range = first.spliceRange.lowerBound..<second.spliceRange.upperBound
            list.edit(
                [TextEdit(range, text)], 0.6, original: scope.source.text(range), replacement: text)
        }
        return list.found
    }

    /// Comparisons have opposites of their own, and what is negated loses its `!`.
    private func negate(_ side: ExprSyntax, _ factor: Double, _ list: inout MutationList) {
        guard side.plain.as(InfixOperatorExprSyntax.self) == nil,
            side.as(PrefixOperatorExprSyntax.self)?.operator.text != "!",
            !side.is(BooleanLiteralExprSyntax.self)
        else { return }
        list.replace(side, with: Precedence.negation(of: side), factor)
    }
}

extension Precedence {
    /// The opposite of a condition, as short as it gets.
    static func negation(of expression: ExprSyntax) -> String {
        if let prefix = expression.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
            return prefix.expression.plain.trimmedDescription
        }
        if expression.precedence >= prefix || expression.is(TupleExprSyntax.self) {
            return "!" + expression.trimmedDescription
        }
        return "!(" + expression.trimmedDescription + ")"
    }
}
