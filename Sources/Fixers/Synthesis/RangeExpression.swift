import SwiftSyntax

/// `a..<b`, `a...b`, `..<b`, `a...` and their parts.
struct RangeExpression {
    let lower: ExprSyntax?
    let upper: ExprSyntax?
    let symbol: String

    init?(_ expression: ExprSyntax) {
        if let infix = expression.as(InfixOperatorExprSyntax.self) {
            symbol = infix.operator.trimmedDescription
            lower = infix.leftOperand
            upper = infix.rightOperand
        } else if let prefix = expression.as(PrefixOperatorExprSyntax.self) {
            symbol = prefix.operator.text
            lower = nil
            upper = prefix.expression
        } else if let postfix = expression.as(PostfixOperatorExprSyntax.self) {
            symbol = postfix.operator.text
            lower = postfix.expression
            upper = nil
        } else {
            return nil
        }
        guard symbol == "..<" || symbol == "..." else { return nil }
    }
}
