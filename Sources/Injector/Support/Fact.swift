import SwiftSyntax

/// What a condition says, in the terms the faults ask for.
enum Fact {
    case comparison(Comparison)
    /// The collection, as normal text.
    case notEmpty(String)
    /// `collection.contains(element)` or `collection ~= element`, holding or not.
    case contains(ExprSyntax, ExprSyntax, Bool)
    case other

    init(_ atom: ExprSyntax, holds: Bool) {
        if let comparison = Comparison(atom, holds: holds) {
            self = .comparison(comparison)
        } else if let member = atom.as(MemberAccessExprSyntax.self), member.name == "isEmpty", !holds,
            let base = member.base
        {
            self = .notEmpty(base.normalText)
        } else if let call = atom.as(FunctionCallExprSyntax.self), call.memberName == "contains",
            let base = call.receiver, let element = call.onlyArgument
        {
            self = .contains(base, element, holds)
        } else if let infix = atom.as(InfixOperatorExprSyntax.self), infix.symbol == "~=" {
            self = .contains(infix.leftOperand, infix.rightOperand, holds)
        } else {
            self = .other
        }
    }

    /// Whether it rules out that the expression with this normal text has this value.
    func excludes(_ value: Int, of subject: String) -> Bool {
        switch self {
        case .comparison(let comparison): comparison.excludes(value, of: subject)
        case .notEmpty(let collection): subject == collection + ".count" && value == 0
        case .contains(let range, let element, true):
            element.normalText == subject && !(range.literalRange?.contains(value) ?? true)
        default: false
        }
    }

    /// The collection it says is not empty.
    var nonEmpty: String? {
        if case .notEmpty(let collection) = self { return collection }
        guard case .comparison(let comparison) = self else { return nil }
        for side in [comparison.left, comparison.right] {
            guard let member = side.as(MemberAccessExprSyntax.self), member.name == "count",
                let base = member.base,
                comparison.excludes(0, of: member.normalText)
            else { continue }
            return base.normalText
        }
        return nil
    }
}
