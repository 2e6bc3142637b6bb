import SwiftSyntax

/// A number read as `subject - offset`, so that what a condition says about the subject can be carried over.
struct Quantity {
    /// Normal text.
    let subject: String
    let offset: Int

    /// All readings of an expression: as written, and through the constants it names.
    static func readings(of expression: ExprSyntax) -> [Quantity] {
        spellings(of: expression).flatMap { expression -> [Quantity] in
            var readings = [Quantity(subject: expression.normalText, offset: 0)]
            if let infix = expression.as(InfixOperatorExprSyntax.self),
                let literal = infix.rightOperand.integerLiteral, infix.symbol == "-" || infix.symbol == "+"
            {
                let offset = infix.symbol == "-" ? literal : -literal
                readings.append(
                    Quantity(subject: infix.leftOperand.unparenthesised.normalText, offset: offset))
            }
            return readings
        }
    }

    /// The expression without parentheses, and what a local constant it names was set to.
    static func spellings(of expression: ExprSyntax) -> [ExprSyntax] {
        let plain = expression.unparenthesised
        guard let reference = plain.as(DeclReferenceExprSyntax.self),
            let found = LocalScope.declaration(of: reference.baseName.text, at: reference),
            let value = found.value,
            found.isLocal, !found.isVariable, !found.isElement, !found.isUnwrapped
        else { return [plain] }
        return [plain, value.unparenthesised]
    }

    /// Whether `fact` keeps the number from being `value`.
    func isKept(from value: Int, by fact: Fact) -> Bool {
        let reached = value + offset
        if subject.hasSuffix(".count"), reached < 0 { return false }
        return fact.excludes(reached, of: subject)
    }
}

extension ExprSyntax {
    /// Whether `fact` keeps the expression from being `value`.
    func isKept(from value: Int, by fact: Fact) -> Bool {
        Quantity.readings(of: self).contains { $0.isKept(from: value, by: fact) }
    }

    /// Whether it is, as written or through a local constant, the expression with this normal text.
    func means(_ text: String) -> Bool {
        Quantity.spellings(of: self).contains { $0.normalText == text }
    }
}
