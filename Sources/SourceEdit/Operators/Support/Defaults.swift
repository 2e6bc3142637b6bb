import SwiftSyntax

/// The plain values of common types.
enum Defaults {
    /// The value that a variable starts with, where that is an empty or a literal one.
    static func plain(_ binding: PatternBindingSyntax, type: String?) -> String? {
        guard binding.accessorBlock == nil else { return nil }
        guard let value = binding.initializer?.value else { return TypeText.isOptional(type) ? "nil" : nil }
        let text = value.trimmedDescription
        if let call = value.as(FunctionCallExprSyntax.self), call.arguments.isEmpty,
            call.trailingClosure == nil
        {
            return TypeText.isArray(type) || TypeText.isSet(type)
                ? "[]" : TypeText.isDictionary(type) ? "[:]" : nil
        }
        let isEmpty =
            value.as(ArrayExprSyntax.self)?.elements.isEmpty ?? false || text == "[:]" || text == "nil"
        return value.isLiteral || isEmpty ? text : nil
    }

    /// Likeliest first.
    static func values(of type: String?) -> [(String, Double)] {
        guard let type else { return [] }
        if TypeText.isOptional(type) { return [("nil", 1)] }
        if TypeText.isInteger(type) { return [("0", 1), ("1", 0.8), ("-1", 0.6)] }
        if TypeText.isFloat(type) { return [("0", 1), ("1", 0.7)] }
        if type == "Bool" { return [("true", 1), ("false", 1)] }
        if type == "String" { return [("\"\"", 1)] }
        if TypeText.isDictionary(type) { return [("[:]", 1)] }
        if TypeText.isArray(type) || TypeText.isSet(type) { return [("[]", 1)] }
        return []
    }
}
