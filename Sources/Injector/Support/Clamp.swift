import SourceEdit
import SwiftSyntax

/// A `min` or `max` of two values.
struct Clamp {
    let call: FunctionCallExprSyntax
    let name: String
    let first: ExprSyntax
    let second: ExprSyntax

    init?(_ node: some SyntaxProtocol) {
        guard let call = Syntax(node).as(FunctionCallExprSyntax.self), call.arguments.count == 2,
            call.arguments.allSatisfy({ $0.label == nil }), call.trailingClosure == nil,
            let reference = call.calledExpression.as(DeclReferenceExprSyntax.self),
            ["min", "max"].contains(reference.baseName.text), let first = call.arguments.first?.expression,
            let second = call.arguments.last?.expression
        else { return nil }
        self.call = call
        name = reference.baseName.text
        self.first = first
        self.second = second
    }

    /// The other value when one is `limit`.
    func value(besides isLimit: (ExprSyntax) -> Bool) -> ExprSyntax? {
        if isLimit(first) { return second }
        return isLimit(second) ? first : nil
    }

    /// Leaves only `value` of it.
    func unclamping(_ value: ExprSyntax) -> [TextEdit] {
        let needsParentheses =
            (value.is(InfixOperatorExprSyntax.self) || value.is(TernaryExprSyntax.self))
            && (call.parent?.is(InfixOperatorExprSyntax.self) == true
                || call.parent?.is(MemberAccessExprSyntax.self) == true)
        guard needsParentheses else { return Syntax(call).keeping(Syntax(value)) }
        return [TextEdit(call.spliceRange, "(" + value.trimmedDescription + ")")]
    }

    /// The local constant that holds it, with the code after.
    var constant: (name: String, region: [Syntax])? {
        guard let binding = call.parent?.parent?.as(PatternBindingSyntax.self),
            let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
        else { return nil }
        return (name, Syntax(binding).followingItems)
    }

    /// Whether `expression` is the clamp itself, or the constant that holds it.
    func isMeant(by expression: ExprSyntax) -> Bool {
        let plain = expression.unparenthesised
        if plain.id == call.id { return true }
        guard let constant, let reference = plain.as(DeclReferenceExprSyntax.self) else { return false }
        return reference.baseName.text == constant.name
            && constant.region.contains { $0.position <= plain.position }
    }
}
