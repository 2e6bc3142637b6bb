import SwiftSyntax

/// A comparison that holds, its operator turned round when the source says that it does not.
struct Comparison {
    let left: ExprSyntax
    let symbol: String
    let right: ExprSyntax

    private static let negated = ["==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"]
    private static let flipped = ["==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="]

    init?(_ atom: ExprSyntax, holds: Bool) {
        guard let infix = atom.as(InfixOperatorExprSyntax.self), let opposite = Self.negated[infix.symbol]
        else {
            return nil
        }
        left = infix.leftOperand
        right = infix.rightOperand
        symbol = holds ? infix.symbol : opposite
    }

    /// The operator and the other side when one side is `subject`, which is then read as the left one.
    func reading(_ subject: String) -> (symbol: String, other: ExprSyntax)? {
        if left.normalText == subject { return (symbol, right) }
        if right.normalText == subject { return (Self.flipped[symbol] ?? symbol, left) }
        return nil
    }

    /// `smaller <= larger` or `<`, whichever way round it is written; nil for other operators.
    var ascending: (smaller: ExprSyntax, larger: ExprSyntax, isStrict: Bool)? {
        switch symbol {
        case "<", "<=": (left, right, symbol == "<")
        case ">", ">=": (right, left, symbol == ">")
        default: nil
        }
    }

    func excludes(_ value: Int, of subject: String) -> Bool {
        guard let (symbol, other) = reading(subject), let bound = other.integerLiteral else { return false }
        return switch symbol {
        case "==": value != bound
        case "!=": value == bound
        case "<": value >= bound
        case "<=": value > bound
        case ">": value <= bound
        default: value < bound
        }
    }
}
