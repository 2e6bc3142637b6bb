import SwiftSyntax

extension TypeHints {
    static func element(ofSequence sequence: ExprSyntax, depth: Int) -> String? {
        if let range = sequence.unparenthesised.as(InfixOperatorExprSyntax.self), range.symbol.hasPrefix("..")
        {
            return "Int"
        }
        if sequence.as(MemberAccessExprSyntax.self)?.name == "indices" { return "Int" }
        return element(of: type(of: sequence, depth: depth))
    }

    static func element(of type: String?) -> String? {
        guard let type else { return nil }
        if type.hasPrefix("["), type.hasSuffix("]") { return String(type.dropFirst().dropLast()) }
        for prefix in ["ArraySlice<", "ContiguousArray<", "Array<"] where type.hasPrefix(prefix) {
            return String(type.dropFirst(prefix.count).dropLast())
        }
        return nil
    }

    static func unwrapped(_ type: String?) -> String? {
        type.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 }
    }
}
