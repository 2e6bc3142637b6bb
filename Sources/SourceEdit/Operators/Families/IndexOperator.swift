import SwiftSyntax

/// Mixes up indices of grids and tables.
struct IndexOperator: MutationOperator {
    let id = "indices"
    let summary = "swaps two indices, or measures the other side of a grid"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.85)
        for access in scope.all(SubscriptCallExprSyntax.self) {
            if let inner = access.calledExpression.as(SubscriptCallExprSyntax.self),
                let a = inner.arguments.first,
                let b = access.arguments.first, inner.arguments.count == 1, access.arguments.count == 1
            {
                list.swap(a.expression, b.expression, 1)
            }
            let arguments = Array(access.arguments)
            for (position, a) in arguments.enumerated() {
                for b in arguments.dropFirst(position + 1) where b.label?.text != "default" {
                    list.swap(a.expression, b.expression, 1)
                }
            }
        }
        for access in scope.all(MemberAccessExprSyntax.self) where ["count", "indices"].contains(access.name)
        {
            guard let base = access.base else { continue }
            if let inner = base.as(SubscriptCallExprSyntax.self),
                inner.arguments.first?.expression.integer == 0
            {
                list.replace(base, with: inner.calledExpression.trimmedDescription, 0.8)
            } else if TypeText.isArray(TypeText.element(of: scope.type(of: base))) {
                list.replace(base, with: base.trimmedDescription + "[0]", 0.8)
            }
        }
        for infix in scope.all(InfixOperatorExprSyntax.self) { pair(infix, &list) }
        return list.found
    }

    /// `a[i] - b[j]` to `a[j] - b[i]`.
    private func pair(_ infix: InfixOperatorExprSyntax, _ list: inout MutationList) {
        guard infix.symbol != "=", let left = infix.leftOperand.as(SubscriptCallExprSyntax.self),
            let right = infix.rightOperand.as(SubscriptCallExprSyntax.self),
            left.calledExpression.text != right.calledExpression.text, let a = left.arguments.first,
            let b = right.arguments.first
        else { return }
        list.swap(a.expression, b.expression, 0.7)
    }
}
