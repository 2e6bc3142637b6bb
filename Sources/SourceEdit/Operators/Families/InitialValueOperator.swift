import SwiftSyntax

/// Starts variables and collections with another value.
struct InitialValueOperator: MutationOperator {
    let id = "initial_value"
    let summary = "replaces what a variable starts with, or the default of a look-up"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.75)
        for binding in scope.all(PatternBindingSyntax.self) {
            guard let value = binding.initializer?.value,
                let declaration = binding.enclosing(VariableDeclSyntax.self)
            else { continue }
            let type =
                TypeText.normal(binding.typeAnnotation?.type.trimmedDescription) ?? scope.type(of: value)
            start(value, type, declaration.bindingSpecifier.text == "var", scope, &list)
        }
        for argument in scope.all(LabeledExprSyntax.self) where argument.label?.text == "default" {
            fallback(argument.expression, &list)
        }
        return list.found
    }

    private func start(
        _ value: ExprSyntax, _ type: String?, _ isVariable: Bool, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        let text = value.trimmedDescription
        if TypeText.isNumber(type), isVariable,
            value.isLiteral || text.hasSuffix(".max") || text.hasSuffix(".min") || text.hasSuffix("infinity")
        {
            let name = type ?? "Int"
            let limits =
                TypeText.isInteger(name)
                ? ["\(name).max", "\(name).min"] : ["\(name).infinity", "-\(name).infinity"]
            var variants = [("0", 0.8), ("1", 0.8), (limits[0], 0.9), (limits[1], 0.9), ("-1", 0.5)]
            if value.is(FloatLiteralExprSyntax.self) {
                variants = [("0.0", 0.8), ("1.0", 0.8), (limits[0], 0.8), (limits[1], 0.8)]
            }
            for (other, factor) in variants where other != text { list.replace(value, with: other, factor) }
            for collection in scope.values(at: value).filter({
                $0.origin <= .member && TypeText.element(of: $0.type) == type
            }).prefix(2)
            where TypeText.isArray(collection.type) {
                list.replace(value, with: "\(collection.name)[0]", 0.8)
            }
            for collection in indexed(by: value, scope) {
                list.replace(value, with: "\(collection).count - 1", 0.9)
                list.replace(value, with: "\(collection).count", 0.5)
            }
            for other in scope.values(at: value).filter({ $0.origin <= .parameter && $0.type == type })
                .prefix(3)
            {
                list.replace(value, with: other.name, 0.7)
            }
            return
        }
        guard let element = TypeText.element(of: type), TypeText.isArray(type) || TypeText.isSet(type) else {
            return
        }
        let isEmpty = text == "[]" || text.hasSuffix("]()") || text.hasSuffix(">()")
        guard isEmpty else { return }
        // A literal says nothing of its type where no annotation does.
        let hasType = value.parent?.parent?.as(PatternBindingSyntax.self)?.typeAnnotation != nil
        func literal(_ inner: String) -> String {
            hasType || TypeText.isArray(type) && inner != "[]"
                ? "[\(inner)]" : "\(type ?? "Array")([\(inner)])"
        }
        if TypeText.isArray(element) { list.replace(value, with: literal("[]"), 0.9) }
        for name in scope.values(at: value).filter({ $0.type == element && $0.origin <= .member }).prefix(2) {
            list.replace(value, with: literal(name.name), 0.8)
        }
        for plain in Defaults.values(of: element).prefix(2) where TypeText.isNumber(element) {
            list.replace(value, with: literal(plain.0), 0.6)
        }
        for name in scope.values(at: value).filter({ $0.type == type && $0.origin <= .parameter }).prefix(1) {
            list.replace(value, with: name.name, 0.5)
        }
    }

    /// The collections that the variable with an initial value is an index of.
    private func indexed(by value: ExprSyntax, _ scope: MutationScope) -> [String] {
        guard let binding = value.parent?.parent?.as(PatternBindingSyntax.self) else { return [] }
        let name = binding.pattern.trimmedDescription
        var found: [String] = []
        for access in scope.allPlaces(SubscriptCallExprSyntax.self) {
            guard access.arguments.count == 1, access.arguments.first?.expression.identifier == name,
                case let base = access.calledExpression.trimmedDescription, !found.contains(base),
                TypeText.isArray(scope.type(of: access.calledExpression))
            else { continue }
            found.append(base)
        }
        return Array(found.prefix(2))
    }

    private func fallback(_ value: ExprSyntax, _ list: inout MutationList) {
        guard value.integer != nil else { return }
        for other in ["0", "1", "-1", "Int.max"] where other != value.trimmedDescription {
            list.replace(value, with: other, 0.7)
        }
    }
}
