import SwiftSyntax

/// Guesses types from declarations and spellings; nil is "cannot tell".
struct TypeReader: Sendable {
    let names: [LocalName]
    let ingredients: Ingredients
    /// The type around the function, by its last name.
    let owner: String?

    private static let limit = 8

    /// The type of an expression that names nothing, for declarations read before anything is known.
    static func literalType(of expression: ExprSyntax) -> String? {
        TypeReader(names: [], ingredients: Ingredients(module: []), owner: nil).type(of: expression)
    }

    func type(of expression: ExprSyntax, depth: Int = 0) -> String? {
        guard depth < Self.limit else { return nil }
        let next = depth + 1
        switch expression.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr: return "Int"
        case .floatLiteralExpr: return "Double"
        case .stringLiteralExpr, .simpleStringLiteralExpr: return "String"
        case .booleanLiteralExpr: return "Bool"
        case .arrayExpr(let array):
            return array.elements.first.flatMap { type(of: $0.expression, depth: next) }.map {
                "[" + $0 + "]"
            }
        case .dictionaryExpr(let dictionary):
            guard case .elements(let elements) = dictionary.content, let first = elements.first,
                let key = type(of: first.key, depth: next), let value = type(of: first.value, depth: next)
            else { return nil }
            return "[\(key): \(value)]"
        case .tupleExpr(let tuple): return type(of: tuple, depth: next)
        case .tryExpr(let value):
            let inner = type(of: value.expression, depth: next)
            return value.questionOrExclamationMark?.text == "?" ? TypeText.optional(inner) : inner
        case .awaitExpr(let value): return type(of: value.expression, depth: next)
        case .prefixOperatorExpr(let value):
            if value.operator.text.hasPrefix("..") {
                return type(of: value.expression, depth: next).map { "PartialRange<\($0)>" }
            }
            return value.operator.text == "!" ? "Bool" : type(of: value.expression, depth: next)
        case .forceUnwrapExpr(let value): return TypeText.unwrapped(type(of: value.expression, depth: next))
        case .optionalChainingExpr(let value):
            return TypeText.unwrapped(type(of: value.expression, depth: next))
        case .asExpr(let cast):
            let type = TypeText.normal(cast.type.trimmedDescription)
            return cast.questionOrExclamationMark?.text == "?" ? TypeText.optional(type) : type
        case .isExpr: return "Bool"
        case .ternaryExpr(let ternary):
            return type(of: ternary.thenExpression, depth: next)
                ?? type(of: ternary.elseExpression, depth: next)
        case .infixOperatorExpr(let infix): return type(of: infix, depth: next)
        case .subscriptCallExpr(let access):
            return type(of: access, depth: next).flatMap {
                chained(access.calledExpression) ? TypeText.optional($0) : $0
            }
        case .declReferenceExpr(let reference):
            if reference.baseName.text == "self" { return owner }
            return type(named: reference.baseName.text, at: reference.position.utf8Offset)
        case .memberAccessExpr(let access):
            return type(of: access, depth: next).flatMap {
                access.base.map(chained) == true ? TypeText.optional($0) : $0
            }
        case .functionCallExpr(let call):
            return type(of: call, depth: next).flatMap {
                chained(call.calledExpression) ? TypeText.optional($0) : $0
            }
        default: return nil
        }
    }

    /// The type of a value that a bare name stands for at an offset.
    func type(named name: String, at offset: Int) -> String? {
        if let found = local(name, at: offset) { return found.parameters == nil ? found.type : nil }
        if let found = ingredients.values(of: owner).first(where: { $0.name == name }) { return found.type }
        return ingredients.globals.first { $0.name == name && $0.parameters == nil }?.type
    }

    func local(_ name: String, at offset: Int) -> Ingredient? {
        names.last { $0.ingredient.name == name && $0.visible.contains(offset) }?.ingredient
    }

    private func chained(_ base: ExprSyntax) -> Bool {
        if base.is(OptionalChainingExprSyntax.self) { return true }
        if let access = base.as(MemberAccessExprSyntax.self) { return access.base.map(chained) ?? false }
        if let access = base.as(SubscriptCallExprSyntax.self) { return chained(access.calledExpression) }
        if let call = base.as(FunctionCallExprSyntax.self) { return chained(call.calledExpression) }
        return false
    }

    private func type(of tuple: TupleExprSyntax, depth: Int) -> String? {
        if tuple.elements.count == 1, let only = tuple.elements.first {
            return type(of: only.expression, depth: depth)
        }
        var parts: [String] = []
        for element in tuple.elements {
            guard let type = type(of: element.expression, depth: depth) else { return nil }
            parts.append(element.label.map { $0.text + ": " + type } ?? type)
        }
        return "(" + parts.joined(separator: ", ") + ")"
    }

    private func type(of infix: InfixOperatorExprSyntax, depth: Int) -> String? {
        let symbol = infix.symbol
        if InfixOperatorExprSyntax.comparisons.contains(symbol) || ["&&", "||", "~="].contains(symbol) {
            return "Bool"
        }
        if infix.isAssignment { return nil }
        let left = type(of: infix.leftOperand, depth: depth)
        if symbol == "??" { return TypeText.unwrapped(left) ?? type(of: infix.rightOperand, depth: depth) }
        let side: String?
        if infix.leftOperand.isLiteral || left == nil {
            side = type(of: infix.rightOperand, depth: depth) ?? left
        } else {
            side = left
        }
        switch symbol {
        case "..<": return side.map { "Range<\($0)>" }
        case "...": return side.map { "ClosedRange<\($0)>" }
        default: return side
        }
    }

    private func type(of access: SubscriptCallExprSyntax, depth: Int) -> String? {
        let base = type(of: access.calledExpression, depth: depth)
        guard let argument = access.arguments.first else { return nil }
        if let (_, value) = TypeText.pair(of: base) {
            return access.arguments.count == 2 ? value : TypeText.optional(value)
        }
        if TypeText.isCollection(base) {
            let index = argument.expression.plain
            let symbol = index.as(InfixOperatorExprSyntax.self)?.symbol
            let isRange =
                symbol == "..<" || symbol == "..." || index.trimmedDescription == "..."
                || index.is(PostfixOperatorExprSyntax.self)
                || index.as(PrefixOperatorExprSyntax.self)?.operator.text.hasPrefix("..") == true
            return isRange ? TypeText.slice(of: base) : TypeText.element(of: base)
        }
        let found = Set(ingredients.subscripts(of: base))
        return found.count == 1 ? found.first : nil
    }

    private func type(of access: MemberAccessExprSyntax, depth: Int) -> String? {
        guard let baseExpression = access.base else { return nil }
        if let name = baseExpression.identifier, name.first?.isUppercase == true {
            if ["max", "min"].contains(access.name), TypeText.isNumber(name) { return name }
            if ["infinity", "greatestFiniteMagnitude", "pi"].contains(access.name) { return name }
            if ingredients.types[name]?.cases.contains(where: { $0.name == access.name }) == true {
                return name
            }
            if access.name == "allCases", ingredients.types[name]?.cases.isEmpty == false {
                return "[\(name)]"
            }
            return ingredients.values(of: name).first { $0.isStatic && $0.name == access.name }
                .flatMap { TypeText.type($0.type, asSelf: name) }
        }
        let base = TypeText.unwrapped(type(of: baseExpression, depth: depth))
        if let found = ingredients.values(of: base).first(where: { $0.name == access.name }) {
            return TypeText.type(found.type, asSelf: base)
        }
        let parts = TypeText.tuple(base)
        if !parts.isEmpty {
            if let position = Int(access.name), position < parts.count { return parts[position].type }
            return parts.first { $0.label == access.name }?.type
        }
        switch access.name {
        case "count": return "Int"
        case "isEmpty": return "Bool"
        case "first", "last": return TypeText.optional(TypeText.element(of: base))
        case "indices": return TypeText.isArray(base) ? "Range<Int>" : nil
        case "startIndex", "endIndex":
            return TypeText.isText(base) ? "String.Index" : TypeText.isArray(base) ? "Int" : nil
        case "keys": return TypeText.pair(of: base).map { "Set<\($0.key)>" }
        case "values": return TypeText.pair(of: base).map { "ArraySlice<\($0.value)>" }
        case "magnitude": return base
        case "description": return "String"
        default: return nil
        }
    }
}
