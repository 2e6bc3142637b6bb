/// The plain values of common types.
enum Defaults {
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
