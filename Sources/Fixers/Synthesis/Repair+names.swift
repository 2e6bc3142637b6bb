import SourceEdit
import SwiftSyntax

extension Repair {
    /// The expression a local `let` or `var` of the function is made from; the nearest before the fault.
    func initialValue(of name: String) -> ExprSyntax? {
        guard let scope = point.function else { return nil }
        return scope.node.descendants(PatternBindingSyntax.self).last {
            $0.pattern.trimmedDescription == name && file.line(of: $0) <= point.line
        }?.initializer?.value
    }

    /// `items` when `text` names a local that was made from `items.count`.
    func collection(countedBy text: String) -> String? {
        guard let value = initialValue(of: text)?.trimmedDescription, value.hasSuffix(".count") else {
            return nil
        }
        return String(value.dropLast(6))
    }

    /// A name for what an expression yields: its last member or callee, in the singular.
    func suggestedName(for expression: ExprSyntax) -> String {
        var name = "value"
        if let access = expression.as(SubscriptCallExprSyntax.self) {
            name = suggestedName(for: access.calledExpression)
            if name.hasSuffix("ies") {
                name = name.dropLast(3) + "y"
            } else if name.hasSuffix("s"), !name.hasSuffix("ss"), name.count > 3 {
                name = String(name.dropLast())
            }
        } else if let call = expression.as(FunctionCallExprSyntax.self) {
            name = suggestedName(for: call.calledExpression)
            if name.first?.isUppercase == true { name = "number" }
        } else if let access = expression.as(MemberAccessExprSyntax.self) {
            name = access.declName.baseName.text
        } else if let reference = expression.as(DeclReferenceExprSyntax.self) {
            name = reference.baseName.text
        }
        let isPlain = name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber }
        return isPlain && name != "init" && name != "self" ? name : "value"
    }
}
