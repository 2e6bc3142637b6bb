import SwiftSyntax

/// An optional expression rewritten so that it traps instead of being nil.
struct ForcedExpression {
    /// `expression!`, with the parentheses it needs; nil where forcing belongs to another fault or has no form.
    static func unwrapping(_ expression: ExprSyntax) -> String? {
        switch expression.as(ExprSyntaxEnum.self) {
        case .tryExpr(let value):
            guard value.questionOrExclamationMark?.text != "?", let inner = unwrapping(value.expression)
            else {
                return nil
            }
            return prefix(of: Syntax(value), upTo: Syntax(value.expression)) + inner
        case .awaitExpr(let value):
            guard let inner = unwrapping(value.expression) else { return nil }
            return prefix(of: Syntax(value), upTo: Syntax(value.expression)) + inner
        case .tupleExpr(let tuple):
            guard let inner = tuple.parenthesised, unwrapping(inner) != nil else { return nil }
            return tuple.trimmedDescription + "!"
        case .asExpr(let cast):
            return cast.questionOrExclamationMark?.text == "?" ? nil : "(" + cast.trimmedDescription + ")!"
        case .declReferenceExpr, .functionCallExpr, .memberAccessExpr, .subscriptCallExpr, .forceUnwrapExpr,
            .superExpr, .macroExpansionExpr:
            let text = expression.trimmedDescription
            return hasOptionalChain(expression) ? "(" + text + ")!" : text + "!"
        case .optionalChainingExpr, .infixOperatorExpr, .ternaryExpr, .prefixOperatorExpr,
            .postfixOperatorExpr,
            .sequenceExpr:
            return "(" + expression.trimmedDescription + ")!"
        default:
            return nil
        }
    }

    /// `e as! T` for `e as? T`, looking through `try` and parentheses.
    static func casting(_ expression: ExprSyntax) -> String? {
        guard let cast = expression.unparenthesised.as(AsExprSyntax.self),
            let mark = cast.questionOrExclamationMark,
            mark.text == "?"
        else { return nil }
        return swapping(mark, in: Syntax(cast))
    }

    /// `try! f()` for `try? f()`.
    static func trying(_ expression: ExprSyntax) -> String? {
        guard let value = expression.unparenthesised.as(TryExprSyntax.self),
            let mark = value.questionOrExclamationMark,
            mark.text == "?"
        else { return nil }
        let text = swapping(mark, in: Syntax(value))
        // `try?` flattens what is optional already; `try!` does not.
        return hasOptionalChain(value.expression) ? "(" + text + ")!" : text
    }

    private static func swapping(_ mark: TokenSyntax, in node: Syntax) -> String {
        let start =
            mark.positionAfterSkippingLeadingTrivia.utf8Offset
            - node.positionAfterSkippingLeadingTrivia.utf8Offset
        let bytes = Array(node.trimmedDescription.utf8)
        return String(decoding: bytes[..<start] + [UInt8(ascii: "!")] + bytes[(start + 1)...], as: UTF8.self)
    }

    private static func prefix(of node: Syntax, upTo inner: Syntax) -> String {
        let length =
            inner.positionAfterSkippingLeadingTrivia.utf8Offset
            - node.positionAfterSkippingLeadingTrivia.utf8Offset
        return String(decoding: node.trimmedDescription.utf8.prefix(length), as: UTF8.self)
    }

    /// Whether a `?` along the chain of members makes the whole optional.
    static func hasOptionalChain(_ expression: ExprSyntax) -> Bool {
        switch expression.as(ExprSyntaxEnum.self) {
        case .optionalChainingExpr: true
        case .functionCallExpr(let call): hasOptionalChain(call.calledExpression)
        case .memberAccessExpr(let access): access.base.map(hasOptionalChain) ?? false
        case .subscriptCallExpr(let access): hasOptionalChain(access.calledExpression)
        case .awaitExpr(let value): hasOptionalChain(value.expression)
        default: false
        }
    }
}
