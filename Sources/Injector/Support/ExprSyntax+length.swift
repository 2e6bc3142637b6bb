import SwiftSyntax

extension ExprSyntax {
    /// The collection whose length or end the expression is, perhaps less a literal; `values` of `values.count - 1`.
    var measuredCollection: String? {
        var expression = unparenthesised
        if let infix = expression.as(InfixOperatorExprSyntax.self), infix.symbol == "-",
            infix.rightOperand.integerLiteral != nil
        {
            expression = infix.leftOperand.unparenthesised
        }
        guard let member = expression.as(MemberAccessExprSyntax.self),
            ["count", "endIndex"].contains(member.name)
        else {
            return nil
        }
        return member.base?.normalText
    }

    /// The collection that a range of positions covers: `values` of `values.indices` and of `0..<values.count`.
    var coveredCollection: String? {
        let expression = unparenthesised
        if let member = expression.as(MemberAccessExprSyntax.self), member.name == "indices" {
            return member.base?.normalText
        }
        guard let range = expression.as(InfixOperatorExprSyntax.self), range.symbol == "..<" else {
            return nil
        }
        return range.rightOperand.measuredCollection
    }
}
