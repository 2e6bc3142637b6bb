import SourceEdit
import SwiftSyntax

/// Guesses the type of an expression from what one file shows; nil is "cannot tell".
struct TypeHints {
    static let integers: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "Int128", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
        "UInt128",
    ]
    static let floats: Set<String> = [
        "Double", "Float", "CGFloat", "Float16", "Float80", "TimeInterval", "Decimal", "Duration",
    ]

    static func isInteger(_ expression: ExprSyntax) -> Bool {
        type(of: expression).map(integers.contains) ?? false
    }
    static func isFloating(_ expression: ExprSyntax) -> Bool {
        type(of: expression).map(floats.contains) ?? false
    }

    /// Whether it is an array or an array's slice, so that it counts from an `Int` and can be indexed by one.
    static func isArray(_ expression: ExprSyntax) -> Bool {
        guard let type = type(of: expression) else { return false }
        return element(of: type) != nil && !type.contains(":")
    }

    static func type(of expression: ExprSyntax, depth: Int = 0) -> String? {
        guard depth < 8 else { return nil }
        let next = depth + 1
        switch expression.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr: return nil
        case .floatLiteralExpr: return "Double"
        case .stringLiteralExpr: return "String"
        case .arrayExpr(let array):
            return array.elements.first.map { "[" + (type(of: $0.expression, depth: next) ?? "_") + "]" }
                ?? "[_]"
        case .tupleExpr(let tuple): return tuple.parenthesised.flatMap { type(of: $0, depth: next) }
        case .tryExpr(let value): return type(of: value.expression, depth: next)
        case .awaitExpr(let value): return type(of: value.expression, depth: next)
        case .prefixOperatorExpr(let value): return type(of: value.expression, depth: next)
        case .forceUnwrapExpr(let value): return unwrapped(type(of: value.expression, depth: next))
        case .asExpr(let cast): return cast.type.trimmedDescription
        case .ternaryExpr(let ternary):
            return type(of: ternary.thenExpression, depth: next)
                ?? type(of: ternary.elseExpression, depth: next)
        case .infixOperatorExpr(let infix):
            if ["==", "!=", "<", "<=", ">", ">=", "&&", "||", "..<", "..."].contains(infix.symbol) {
                return nil
            }
            let left = type(of: infix.leftOperand, depth: next)
            return (infix.symbol == "??" ? unwrapped(left) : left)
                ?? type(of: infix.rightOperand, depth: next)
        case .subscriptCallExpr(let access):
            let base = type(of: access.calledExpression, depth: next)
            if access.arguments.first?.expression.as(InfixOperatorExprSyntax.self)?.symbol.hasPrefix("..")
                == true
            {
                return base
            }
            return element(of: base)
        case .declReferenceExpr(let reference): return type(of: reference, depth: next)
        case .memberAccessExpr(let access): return type(of: access, depth: next)
        case .functionCallExpr(let call): return type(of: call, depth: next)
        default: return nil
        }
    }

    private static func type(of reference: DeclReferenceExprSyntax, depth: Int) -> String? {
        guard let found = LocalScope.declaration(of: reference.baseName.text, at: reference) else {
            return nil
        }
        if let type = found.type { return type }
        guard let value = found.value else { return nil }
        if found.isElement { return element(ofSequence: value, depth: depth) }
        if value.is(IntegerLiteralExprSyntax.self) { return "Int" }
        let type = type(of: value, depth: depth)
        return found.isUnwrapped ? unwrapped(type) : type
    }

    private static func type(of access: MemberAccessExprSyntax, depth: Int) -> String? {
        switch access.name {
        case "count", "utf8Count", "capacity", "bitWidth": return "Int"
        case "max", "min":
            if let name = access.base?.trimmedDescription, integers.contains(name) { return name }
            return nil
        case "magnitude": return access.base.flatMap { type(of: $0, depth: depth) }
        default:
            if let base = access.base, base.trimmedDescription != "self" { return nil }
            return type(of: access.declName, depth: depth)
        }
    }

    private static func type(of call: FunctionCallExprSyntax, depth: Int) -> String? {
        let first = call.arguments.first?.expression
        guard let name = call.functionName else { return nil }
        if call.receiver == nil, name.first?.isUppercase == true {
            return name == "Array" ? "[_]" : name
        }
        switch name {
        case "min", "max", "abs":
            if call.receiver == nil {
                return call.arguments.compactMap { type(of: $0.expression, depth: depth) }.first
            }
            return nil
        case "sorted", "filter", "rounded": return call.receiver.flatMap { type(of: $0, depth: depth) }
        case "map", "flatMap", "compactMap": return "[_]"
        case "reduce": return first.flatMap { type(of: $0, depth: depth) }
        default:
            let root = call.root.descendants(FunctionDeclSyntax.self).filter { $0.name.text == name }
            guard root.count == 1 else { return nil }
            return root.first?.signature.returnClause?.type.trimmedDescription
        }
    }
}
