import SwiftSyntax

extension TypeReader {
    func type(of call: FunctionCallExprSyntax, depth: Int) -> String? {
        let callee = call.calledExpression
        if let array = callee.as(ArrayExprSyntax.self) { return TypeText.normal(array.trimmedDescription) }
        if let dictionary = callee.as(DictionaryExprSyntax.self) {
            return TypeText.normal(dictionary.trimmedDescription)
        }
        if let generic = callee.as(GenericSpecializationExprSyntax.self) {
            return TypeText.normal(generic.trimmedDescription)
        }
        if let access = callee.as(MemberAccessExprSyntax.self) {
            return type(of: call, member: access, depth: depth)
        }
        guard let name = callee.identifier else { return nil }
        let first = call.arguments.first
        if name.first?.isUppercase == true { return initialised(name, call, depth: depth) }
        switch name {
        case "min", "max", "abs":
            return call.arguments.compactMap { argument in
                argument.expression.isLiteral ? nil : type(of: argument.expression, depth: depth)
            }.first ?? first.flatMap { type(of: $0.expression, depth: depth) }
        case "zip":
            let elements = call.arguments.map {
                TypeText.element(of: type(of: $0.expression, depth: depth)) ?? "_"
            }
            return elements.count == 2 ? "Sequence<(\(elements[0]), \(elements[1]))>" : nil
        case "stride":
            return first.flatMap { type(of: $0.expression, depth: depth) }.map { "StrideTo<\($0)>" }
        case "sqrt", "pow", "floor", "ceil": return "Double"
        default:
            let offset = call.position.utf8Offset
            if let found = function(named: name, call, at: offset) { return returned(found) }
            return TypeText.result(of: type(named: name, at: offset))
        }
    }

    /// The function that a call without a receiver means, by name and number of arguments.
    func function(named name: String, _ call: FunctionCallExprSyntax, at offset: Int) -> Ingredient? {
        let count = call.arguments.count + (call.trailingClosure == nil ? 0 : 1)
        let inner = names.last {
            $0.ingredient.name == name && $0.ingredient.parameters != nil && $0.visible.contains(offset)
        }
        if let inner { return inner.ingredient }
        let outer = ingredients.functions(of: owner) + ingredients.globals
        let found = outer.filter { candidate in
            guard let parameters = candidate.parameters, candidate.name == name else { return false }
            return parameters.count >= count && parameters.filter { !$0.hasDefault }.count <= count
        }
        return found.first
    }

    private func returned(_ function: Ingredient) -> String? {
        function.isGeneric && function.type.map { TypeText.isGeneric(TypeText.element(of: $0) ?? $0) } == true
            ? nil : function.type
    }

    private func initialised(_ name: String, _ call: FunctionCallExprSyntax, depth: Int) -> String? {
        guard let first = call.arguments.first else { return name }
        let type = type(of: first.expression, depth: depth)
        switch name {
        case "Array":
            if first.label?.text == "repeating" { return type.map { "[\($0)]" } }
            return TypeText.element(of: type).map { "[\($0)]" }
        case "Set": return TypeText.element(of: type).map { "Set<\($0)>" }
        case "Dictionary": return nil
        case _ where TypeText.isNumber(name):
            return TypeText.isText(type) || first.label != nil ? TypeText.optional(name) : name
        default: return name
        }
    }

    private func type(of call: FunctionCallExprSyntax, member access: MemberAccessExprSyntax, depth: Int)
        -> String?
    {
        guard let receiver = access.base else { return nil }
        if receiver.trimmedDescription == "Self" || receiver.identifier?.first?.isUppercase == true {
            let name = receiver.trimmedDescription == "Self" ? owner : receiver.identifier
            if access.name == "init" { return name }
            return ingredients.functions(of: name).first { $0.isStatic && $0.name == access.name }.flatMap(
                returned)
        }
        let base = TypeText.unwrapped(type(of: receiver, depth: depth))
        let count = call.arguments.count + (call.trailingClosure == nil ? 0 : 1)
        let own = ingredients.functions(of: base).filter { $0.name == access.name }
        if let found = own.first(where: { $0.parameters?.count == count }) ?? own.first {
            return TypeText.type(returned(found), asSelf: base)
        }
        let element = TypeText.element(of: base)
        switch access.name {
        case "sorted", "shuffled", "reversed": return element.map { "[\($0)]" }
        case "filter":
            return TypeText.isDictionary(base) || TypeText.isSet(base)
                ? base : TypeText.isText(base) ? "String" : element.map { "[\($0)]" }
        case "dropFirst", "dropLast", "prefix", "suffix", "drop": return TypeText.slice(of: base)
        case "map", "compactMap", "flatMap":
            guard TypeText.isCollection(base) || element != nil,
                let result = closureResult(of: call, depth: depth)
            else {
                return nil
            }
            switch access.name {
            case "map": return "[\(result)]"
            case "compactMap": return TypeText.unwrapped(result).map { "[\($0)]" }
            default: return TypeText.element(of: result).map { "[\($0)]" }
            }
        case "reduce": return call.arguments.first.flatMap { type(of: $0.expression, depth: depth) }
        case "min", "max", "randomElement", "popLast", "popFirst": return TypeText.optional(element)
        case "first", "last": return TypeText.optional(element)
        case "removeFirst", "removeLast": return call.arguments.isEmpty ? element : nil
        case "remove":
            if let (_, value) = TypeText.pair(of: base) { return TypeText.optional(value) }
            return TypeText.isSet(base) ? TypeText.optional(element) : element
        case "firstIndex", "lastIndex":
            return TypeText.isText(base) ? "String.Index?" : TypeText.isArray(base) ? "Int?" : nil
        case "index": return TypeText.isText(base) ? "String.Index" : nil
        case "contains", "allSatisfy", "hasPrefix", "hasSuffix", "isMultiple", "isSubset", "isSuperset",
            "starts":
            return "Bool"
        case "joined":
            return element.map { TypeText.isText($0) || $0 == "Character" ? "String" : $0 }
        case "split":
            return TypeText.isText(base) ? "[Substring]" : TypeText.slice(of: base).map { "[\($0)]" }
        case "components": return "[String]"
        case "lowercased", "uppercased", "trimmingCharacters", "replacingOccurrences": return "String"
        case "enumerated": return element.map { "Sequence<(offset: Int, element: \($0))>" }
        case "union", "intersection", "subtracting", "symmetricDifference", "rounded", "advanced": return base
        default: return nil
        }
    }

    private func closureResult(of call: FunctionCallExprSyntax, depth: Int) -> String? {
        if let made = call.arguments.last?.expression.as(MemberAccessExprSyntax.self), made.name == "init",
            let type = made.base?.identifier
        {
            return type
        }
        let closure = call.trailingClosure ?? call.arguments.last?.expression.as(ClosureExprSyntax.self)
        guard let closure, closure.statements.count == 1, let only = closure.statements.first else {
            return nil
        }
        if let returned = only.item.as(ReturnStmtSyntax.self)?.expression {
            return type(of: returned, depth: depth)
        }
        return only.expression.flatMap { type(of: $0, depth: depth) }
    }

    /// What the function that takes the closure hands to it; empty when that is not known.
    func parameterTypes(of closure: ClosureExprSyntax) -> [String] {
        let owner =
            closure.parent?.as(FunctionCallExprSyntax.self) ?? closure.enclosing(FunctionCallExprSyntax.self)
        guard let call = owner, let access = call.calledExpression.as(MemberAccessExprSyntax.self),
            let receiver = access.base,
            call.trailingClosure?.id == closure.id
                || call.arguments.contains(where: { $0.expression.id == ExprSyntax(closure).id }),
            let element = TypeText.element(of: TypeText.unwrapped(type(of: receiver)))
        else { return [] }
        switch access.name {
        case "map", "flatMap", "compactMap", "filter", "forEach", "contains", "allSatisfy", "first", "last",
            "firstIndex", "lastIndex", "drop", "prefix", "removeAll", "partition", "count":
            return [element]
        case "sorted", "sort", "min", "max": return [element, element]
        case "reduce":
            guard let start = call.arguments.first.flatMap({ type(of: $0.expression) }) else { return [] }
            return [start, element]
        default: return []
        }
    }
}
