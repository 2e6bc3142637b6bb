import SwiftSyntax

/// Replaces arithmetic operators and turns their operands round.
struct ArithmeticOperator: MutationOperator {
    let id = "arithmetic"
    let summary = "replaces an arithmetic operator, or swaps its operands"
    let isForTesting = true

    private static let repairs: [String: [(String, Double)]] = [
        "+": [("-", 0.9), ("*", 0.5)],
        "-": [("+", 1), ("*", 0.3)],
        "*": [("+", 0.6), ("/", 0.6)],
        "/": [("*", 0.7), ("%", 0.7), ("-", 0.2)],
        "%": [("/", 0.8), ("*", 0.3), ("-", 0.3)],
        "&+": [("&-", 1), ("&*", 0.5)],
        "&-": [("&+", 1), ("&*", 0.5)],
        "&*": [("&+", 1), ("&-", 0.5)],
    ]
    private static let tests: [String: [(String, Double)]] = [
        "+": [("-", 1)], "-": [("+", 1)], "*": [("/", 1)], "/": [("*", 1)], "%": [("*", 1)],
        "&+": [("&-", 1)], "&-": [("&+", 1)], "&*": [("&+", 1)],
    ]

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.85)
        for infix in scope.all(InfixOperatorExprSyntax.self) {
            let table = scope.purpose == .repair ? Self.repairs : Self.tests
            guard let variants = table[infix.symbol] else { continue }
            let isNumeric = mayBeNumeric(infix, scope)
            if isNumeric {
                let isFloat = TypeText.isFloat(scope.type(of: ExprSyntax(infix)))
                for (symbol, factor) in variants
                where !isEquivalent(infix, symbol) && !(isFloat && symbol == "%") {
                    replace(infix, symbol, factor, &list)
                }
            }
            guard scope.purpose == .repair else { continue }
            let isKnownNumber =
                TypeText.isNumber(scope.type(of: infix.leftOperand))
                || TypeText.isNumber(scope.type(of: infix.rightOperand))
            if ["-", "/", "%", "&-"].contains(infix.symbol) || infix.symbol == "+" && !isKnownNumber {
                guard infix.leftOperand.integer == nil || infix.rightOperand.integer == nil else { continue }
                exchange(infix, infix.symbol == "+" ? 0.9 : 0.6, &list)
            }
        }
        return list.found
    }

    private func mayBeNumeric(_ infix: InfixOperatorExprSyntax, _ scope: MutationScope) -> Bool {
        guard infix.symbol == "+" else { return true }
        for side in [infix.leftOperand, infix.rightOperand] {
            if side.is(StringLiteralExprSyntax.self) || side.is(ArrayExprSyntax.self) { return false }
            if let type = scope.type(of: side), !TypeText.isNumber(type), !TypeText.isGeneric(type) {
                return false
            }
        }
        return true
    }

    /// `x * 1` and `x / 1`, and what would divide by zero.
    private func isEquivalent(_ infix: InfixOperatorExprSyntax, _ symbol: String) -> Bool {
        let number = infix.rightOperand.integer
        if number == 0 {
            return ["/", "%"].contains(symbol) || ["+", "-"].contains(symbol) && infix.symbol != "*"
        }
        return number == 1 && ["*", "/", "%"].contains(infix.symbol) && ["*", "/"].contains(symbol)
    }

    /// Parentheses keep the operands what they were when the new operator binds otherwise.
    private func replace(
        _ infix: InfixOperatorExprSyntax, _ symbol: String, _ factor: Double, _ list: inout MutationList
    ) {
        let old = Precedence.of(symbol: infix.symbol)
        let new = Precedence.of(symbol: symbol)
        if old == new {
            list.replace(infix.operator, with: symbol, factor)
            return
        }
        let left = Precedence.operand(infix.leftOperand, of: symbol)
        let right = Precedence.operand(infix.rightOperand, of: symbol, isRight: true)
        list.replace(ExprSyntax(infix), with: "\(left) \(symbol) \(right)", precedence: new, factor)
        // What one reads first when the operator was simply mistyped.
        if new > old, Precedence.needsParentheses(old, inPlaceOf: ExprSyntax(infix)) || left.hasPrefix("(") {
            list.replace(infix.operator, with: symbol, factor * 0.6)
        }
    }

    private func exchange(_ infix: InfixOperatorExprSyntax, _ factor: Double, _ list: inout MutationList) {
        let symbol = infix.symbol
        let left = Precedence.operand(infix.rightOperand, of: symbol)
        let right = Precedence.operand(infix.leftOperand, of: symbol, isRight: true)
        guard left != right else { return }
        list.replace(
            ExprSyntax(infix), with: "\(left) \(symbol) \(right)", precedence: ExprSyntax(infix).precedence,
            factor)
    }
}
