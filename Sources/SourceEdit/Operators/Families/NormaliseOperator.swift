import SwiftSyntax

/// Brings text into one form before it is compared or looked up.
struct NormaliseOperator: MutationOperator {
    let id = "normalise"
    let summary = "compares or looks up text without regard to its case"
    let isForTesting = false

    private static let questions: Set<String> = ["hasPrefix", "hasSuffix", "contains", "firstIndex", "split"]
    private static let forms: Set<String> = ["lowercased", "uppercased"]

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.7)
        // The form that the type uses elsewhere, if it uses one.
        let known = Self.forms.filter { scope.file.text.contains(".\($0)()") }.sorted()
        for expression in scope.expressions where !expression.isLiteral {
            guard scope.type(of: expression) == "String", expression.precedence == Precedence.primary,
                !Self.forms.contains(expression.as(FunctionCallExprSyntax.self)?.functionName ?? ""),
                isCompared(expression, scope)
            else { continue }
            let forms = known.isEmpty ? ["lowercased"] : known
            for form in forms {
                list.replace(
                    expression, with: "\(expression.trimmedDescription).\(form)()", known.isEmpty ? 0.5 : 0.9)
            }
        }
        return list.found
    }

    private func isCompared(_ expression: ExprSyntax, _ scope: MutationScope) -> Bool {
        switch scope.role(of: expression) {
        case .base:
            let access = expression.parent?.as(MemberAccessExprSyntax.self)
            return access.map { Self.questions.contains($0.name) } ?? false
        case .operand(let infix): return ["==", "!=", "<", ">"].contains(infix.symbol)
        case .index: return true
        case .argument(let call):
            return ["contains", "insert", "hasPrefix", "hasSuffix", "firstIndex", "removeValue", "remove"]
                .contains(call.functionName ?? "")
        case .initial, .assigned: return scope.file.text.contains("lowercased()")
        default: return false
        }
    }
}
