import SwiftSyntax

/// Turns the parts of a tuple round: `(a, b) = (a % b, b)`.
struct TupleOperator: MutationOperator {
    let id = "tuples"
    let summary = "swaps two parts of a tuple"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.85)
        for tuple in scope.all(TupleExprSyntax.self) where !scope.role(of: ExprSyntax(tuple)).isTarget {
            let parts = tuple.elements.map(\.expression)
            guard (2...4).contains(parts.count) else { continue }
            for (position, a) in parts.enumerated() {
                for b in parts.dropFirst(position + 1) where !a.is(ClosureExprSyntax.self) {
                    let types = (scope.type(of: a), scope.type(of: b))
                    guard TypeText.areAlike(types.0, types.1) else { continue }
                    list.swap(a, b, types.0 != nil && types.0 == types.1 ? 1 : 0.6)
                }
            }
        }
        return list.found
    }
}
