import SwiftSyntax

/// How tightly expressions hold together, higher is tighter, so that replacements get the parentheses they need.
enum Precedence {
    static let assignment = 0
    static let ternary = 1
    static let or = 2
    static let and = 3
    static let comparison = 4
    static let coalescing = 5
    static let range = 7
    static let addition = 8
    static let multiplication = 9
    static let shift = 10
    static let prefix = 11
    static let primary = 12

    static func of(symbol: String) -> Int {
        switch symbol {
        case "=",
            _ where InfixOperatorExprSyntax.compound.contains(symbol):
            assignment
        case "||": or
        case "&&": and
        case _ where InfixOperatorExprSyntax.comparisons.contains(symbol), "~=": comparison
        case "??": coalescing
        case "..<", "...": range
        case "+", "-", "&+", "&-", "|", "^": addition
        case "*", "/", "%", "&*", "&": multiplication
        case "<<", ">>", "&<<", "&>>": shift
        default: assignment
        }
    }

    static func of(_ expression: ExprSyntax) -> Int {
        if let infix = expression.as(InfixOperatorExprSyntax.self) { return of(symbol: infix.symbol) }
        return switch expression.kind {
        case .ternaryExpr: ternary
        case .asExpr, .isExpr: range - 1
        case .prefixOperatorExpr: prefix
        case .tryExpr, .awaitExpr, .sequenceExpr, .closureExpr: assignment
        default: primary
        }
    }

    /// Whether an expression of a precedence needs parentheses where `node` stands.
    static func needsParentheses(_ precedence: Int, inPlaceOf node: ExprSyntax) -> Bool {
        guard let parent = node.parent, precedence < primary else { return false }
        if let infix = parent.as(InfixOperatorExprSyntax.self) {
            let outer = of(symbol: infix.symbol)
            guard outer > assignment else { return false }
            if precedence != outer { return precedence < outer }
            let isChain = [addition, multiplication].contains(outer)
            let isRightChain = [or, and, coalescing].contains(outer)
            return node.id == infix.leftOperand.id ? !isChain : !isRightChain
        }
        if let ternaryExpression = parent.as(TernaryExprSyntax.self) {
            return ternaryExpression.condition.id == node.id && precedence <= ternary
        }
        switch parent.kind {
        case .memberAccessExpr, .prefixOperatorExpr, .forceUnwrapExpr, .optionalChainingExpr,
            .postfixOperatorExpr,
            .sequenceExpr, .exprList:
            return true
        case .asExpr, .isExpr: return precedence < range
        case .subscriptCallExpr, .functionCallExpr: return true
        default: return false
        }
    }

    /// `text`, put in parentheses where it needs them in place of `node`.
    static func fit(_ text: String, _ precedence: Int, inPlaceOf node: ExprSyntax) -> String {
        needsParentheses(precedence, inPlaceOf: node) ? "(" + text + ")" : text
    }

    /// `expression` as an operand of an operator.
    static func operand(_ expression: ExprSyntax, of symbol: String, isRight: Bool = false) -> String {
        let outer = of(symbol: symbol)
        let inner = of(expression)
        let isSafe = inner > outer || inner == outer && !isRight && outer != comparison
        return isSafe ? expression.trimmedDescription : "(" + expression.trimmedDescription + ")"
    }
}
