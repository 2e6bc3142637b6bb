import SourceEdit
import SwiftSyntax

/// One condition out of a chain of `&&` or `||`.
struct Conjunct {
    let atom: ExprSyntax
    let holds: Bool
    let removal: [TextEdit]
    /// The operands that are only reached past it.
    let later: [Syntax]

    /// Takes `expression`, known to be true or false, apart; `removal` drops the whole of it.
    static func all(
        in expression: ExprSyntax, holds: Bool, removal: [TextEdit], later: [Syntax] = []
    ) -> [Conjunct] {
        if let inner = expression.as(TupleExprSyntax.self)?.parenthesised {
            return all(in: inner, holds: holds, removal: removal, later: later)
        }
        if let prefix = expression.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
            return all(in: prefix.expression, holds: !holds, removal: removal, later: later)
        }
        guard let infix = expression.as(InfixOperatorExprSyntax.self), infix.symbol == (holds ? "&&" : "||")
        else {
            return [Conjunct(atom: expression, holds: holds, removal: removal, later: later)]
        }
        let left = infix.leftOperand.spliceRange
        let right = infix.rightOperand.spliceRange
        return all(
            in: infix.leftOperand, holds: holds, removal: [SourceFile.cut(left.lowerBound, right.lowerBound)],
            later: [Syntax(infix.rightOperand)] + later)
            + all(
                in: infix.rightOperand, holds: holds,
                removal: [SourceFile.cut(left.upperBound, right.upperBound)],
                later: later)
    }
}
