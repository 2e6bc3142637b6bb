import SwiftSyntax

/// Replaces operators on bits.
struct BitwiseOperator: MutationOperator {
    let id = "bitwise"
    let summary = "replaces an operator on bits or a shift, or drops `~`"
    let isForTesting = true

    private static let repairs: [String: [String]] = [
        "&": ["|", "^"], "|": ["&", "^"], "^": ["&", "|"], "<<": [">>"], ">>": ["<<"],
        "&=": ["|=", "^="], "|=": ["&=", "^="], "^=": ["&=", "|="], "<<=": [">>="], ">>=": ["<<="],
    ]

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.85)
        for infix in scope.all(InfixOperatorExprSyntax.self) {
            let variants = Self.repairs[infix.symbol] ?? []
            for (rank, symbol) in variants.enumerated() {
                if scope.purpose == .testing, rank > 0 { break }
                list.replace(infix.operator, with: symbol, rank == 0 ? 1 : 0.9)
            }
        }
        if scope.purpose == .repair {
            for infix in scope.all(InfixOperatorExprSyntax.self) { clear(infix, &list) }
        }
        for prefix in scope.all(PrefixOperatorExprSyntax.self) where prefix.operator.text == "~" {
            list.reduce(ExprSyntax(prefix), to: prefix.expression, 0.6)
        }
        return list.found
    }

    /// `flags ^= bit` to `flags &= ~bit`, and `flags & bit` to `flags & ~bit`.
    private func clear(_ infix: InfixOperatorExprSyntax, _ list: inout MutationList) {
        let isAssignment = ["|=", "&=", "^="].contains(infix.symbol)
        guard isAssignment || ["&", "|", "^"].contains(infix.symbol),
            infix.rightOperand.as(PrefixOperatorExprSyntax.self)?.operator.text != "~"
        else { return }
        let right = infix.rightOperand
        let operand =
            right.precedence >= Precedence.primary
            ? right.trimmedDescription : "(\(right.trimmedDescription))"
        list.edit(
            [
                TextEdit(infix.operator.spliceRange, isAssignment ? "&=" : "&"),
                TextEdit(right.spliceRange, "~" + operand),
            ], 0.8, original: infix.trimmedDescription,
            replacement:
                "\(infix.leftOperand.trimmedDescription) \(isAssignment ? "&=" : "&") ~\(operand)")
    }
}
