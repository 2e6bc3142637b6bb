import SwiftSyntax

/// A condition that keeps a number convertible: that it is finite, or its bounds.
struct NumericLimit {
    let name: String
    private let isFloating: Bool

    init?(_ protection: Protection) {
        let subject: ExprSyntax
        switch protection.fact {
        case .comparison(let comparison):
            guard let (smaller, larger, _) = comparison.ascending else { return nil }
            subject = Self.isBound(smaller) ? larger : smaller
            guard Self.isBound(smaller) != Self.isBound(larger) else { return nil }
        case .contains(let range, let element, true):
            guard range.literalRange != nil else { return nil }
            subject = element
        default:
            guard let member = protection.atom.as(MemberAccessExprSyntax.self), let base = member.base,
                (member.name == "isFinite") == protection.holds,
                ["isFinite", "isNaN", "isInfinite"].contains(member.name)
            else { return nil }
            subject = base
        }
        guard let reference = subject.as(DeclReferenceExprSyntax.self) else { return nil }
        name = reference.baseName.text
        isFloating = TypeHints.isFloating(subject) || protection.atom.is(MemberAccessExprSyntax.self)
    }

    /// Whether `call` converts the number to an integer type that does not hold all its values.
    func mattersTo(_ call: FunctionCallExprSyntax) -> Bool {
        let target = call.calledExpression.trimmedDescription
        guard TypeHints.integers.contains(target), let source = call.onlyArgument,
            source.referencedNames.contains(name)
        else { return false }
        if isFloating { return true }
        return target != "Int" && TypeHints.isInteger(source) && TypeHints.type(of: source) != target
    }

    private static func isBound(_ expression: ExprSyntax) -> Bool {
        if expression.integerLiteral != nil || expression.is(FloatLiteralExprSyntax.self) { return true }
        if let prefix = expression.as(PrefixOperatorExprSyntax.self) { return isBound(prefix.expression) }
        if let call = expression.as(FunctionCallExprSyntax.self), let only = call.onlyArgument {
            return isBound(only)
        }
        return ["max", "min"].contains(expression.as(MemberAccessExprSyntax.self)?.name)
    }
}
