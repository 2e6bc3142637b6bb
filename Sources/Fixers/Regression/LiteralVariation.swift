import SourceEdit
import SwiftSyntax

/// Inputs next to an input: every literal of an expression, moved a little.
enum LiteralVariation {
    /// One edit a variation, nearest first, literal by literal in turn.
    static func all(in node: Syntax) -> [TextEdit] {
        let perLiteral = node.descendants(ExprSyntax.self).map { expression in
            variations(of: expression).map { TextEdit(expression.spliceRange, $0) }
        }.filter { !$0.isEmpty }
        var found: [TextEdit] = []
        for round in 0..<(perLiteral.map(\.count).max() ?? 0) {
            for edits in perLiteral where round < edits.count { found.append(edits[round]) }
        }
        return found
    }

    private static func variations(of expression: ExprSyntax) -> [String] {
        if let literal = expression.as(IntegerLiteralExprSyntax.self) {
            let text = literal.literal.text.replacing("_", with: "")
            guard let value = Int(text), value < Int.max / 20 else { return [] }
            return ["\(value + 1)", "\(value + 7)", "\(value * 10 + 3)"] + (value > 0 ? ["\(value - 1)"] : [])
        }
        if let literal = expression.as(FloatLiteralExprSyntax.self), let value = Double(literal.literal.text)
        {
            return ["\(value + 1)", "\(value * 10)"]
        }
        if let literal = expression.as(StringLiteralExprSyntax.self), literal.segments.count == 1,
            literal.openingPounds == nil, literal.openingQuote.text == "\""
        {
            let text = literal.segments.trimmedDescription
            let shorter = text.count > 1 && !text.contains("\\") ? ["\"\(text.dropLast())\""] : []
            return ["\"\(text)x\"", "\"z\(text)\""] + shorter + ["\"\(text)\\n\"", "\" \(text)\""]
        }
        if let access = expression.as(MemberAccessExprSyntax.self),
            ["max", "min"].contains(access.declName.baseName.text),
            access.base?.trimmedDescription.contains("Int") == true
        {
            let sign = access.declName.baseName.text == "max" ? "-" : "+"
            return ["(\(access.trimmedDescription) \(sign) 1)"]
        }
        if let array = expression.as(ArrayExprSyntax.self), let last = array.elements.last {
            let elements = array.elements.map(\.expression.trimmedDescription)
            return [
                "[" + (elements + [last.expression.trimmedDescription]).joined(separator: ", ") + "]",
                "[" + elements.dropLast().joined(separator: ", ") + "]",
            ].filter { $0 != "[]" }
        }
        return []
    }
}
