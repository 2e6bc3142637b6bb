import SwiftSyntax

/// Turns the parts of a tuple round, and the direction in which one part of two tuples is compared.
struct TupleOperator: MutationOperator {
    let id = "tuples"
    let summary = "swaps two parts of a tuple, or the sides on which a part is compared"
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
        for infix in scope.all(InfixOperatorExprSyntax.self) { turn(infix, &list) }
        return list.found
    }

    /// `($1.score, $1.name) < ($0.score, $0.name)`: one key of an order that goes the other way.
    private func turn(_ infix: InfixOperatorExprSyntax, _ list: inout MutationList) {
        guard ["<", ">", "<=", ">="].contains(infix.symbol),
            let left = infix.leftOperand.as(TupleExprSyntax.self)?.elements.map(\.expression),
            let right = infix.rightOperand.as(TupleExprSyntax.self)?.elements.map(\.expression),
            left.count == right.count, left.count > 1
        else { return }
        for (a, b) in zip(left, right) { list.swap(a, b, 1) }
    }
}
