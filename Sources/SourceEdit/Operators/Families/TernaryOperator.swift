import SwiftSyntax

/// Swaps the branches of a ternary, or takes one of them.
struct TernaryOperator: MutationOperator {
    let id = "ternary"
    let summary = "swaps the branches of a ternary, or always takes one"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.7)
        for ternary in scope.all(TernaryExprSyntax.self) {
            list.swap(ternary.thenExpression, ternary.elseExpression, 1)
            guard scope.purpose == .repair else { continue }
            list.reduce(ExprSyntax(ternary), to: ternary.thenExpression, 0.6)
            list.reduce(ExprSyntax(ternary), to: ternary.elseExpression, 0.6)
        }
        return list.found
    }
}
