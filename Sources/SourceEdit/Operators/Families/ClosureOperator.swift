import SwiftSyntax

/// Swaps a closure's parameters, drops a `filter` or `map`, and asks for all instead of any.
struct ClosureOperator: MutationOperator {
    let id = "closures"
    let summary = "swaps a closure's parameters, drops a stage of a chain, or asks for all instead of any"
    let isForTesting = false

    private static let stages: Set<String> = [
        "filter", "map", "compactMap", "flatMap", "prefix", "drop", "dropFirst", "dropLast", "suffix",
        "sorted", "reversed",
    ]

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.75)
        for closure in scope.all(ClosureExprSyntax.self) { exchange(closure, &list) }
        for call in scope.all(FunctionCallExprSyntax.self) {
            guard let access = call.calledExpression.as(MemberAccessExprSyntax.self), let base = access.base
            else { continue }
            let name = access.name
            quantify(call, name, access, &list)
            order(call, name, base, scope, &list)
            if Self.stages.contains(name),
                call.trailingClosure != nil
                    || call.arguments.first?.expression.is(ClosureExprSyntax.self) == true
            {
                let types = (scope.type(of: ExprSyntax(call)), scope.type(of: base))
                if types.0 != nil, types.1 != nil, types.0 != types.1 { continue }
                list.reduce(ExprSyntax(call), to: base, name == "filter" ? 0.6 : 0.4, removes: true)
            }
            if name == "reduce", let first = call.arguments.first?.expression, first.integer != nil,
                let second = call.arguments.last?.expression.as(DeclReferenceExprSyntax.self)
            {
                let other = ["+": ("*", "1"), "*": ("+", "0")][second.baseName.text]
                if let (symbol, start) = other {
                    list.edit(
                        [TextEdit(first.spliceRange, start), TextEdit(second.spliceRange, symbol)], 0.7,
                        original: second.baseName.text, replacement: symbol)
                }
            }
        }
        return list.found
    }

    private func exchange(_ closure: ClosureExprSyntax, _ list: inout MutationList) {
        let parameters = FunctionContext(Syntax(closure))?.parameters.map(\.name) ?? []
        let names = parameters.isEmpty ? ["$0", "$1"] : parameters
        guard names.count == 2 else { return }
        var edits: [TextEdit] = []
        var used: Set<String> = []
        for reference in closure.statements.descendants(DeclReferenceExprSyntax.self) {
            let text = reference.baseName.text
            guard let position = names.firstIndex(of: text) else { continue }
            used.insert(text)
            edits.append(TextEdit(reference.spliceRange, names[1 - position]))
        }
        let types = Set(
            names.map { list.scope.reader.type(named: $0, at: closure.statements.position.utf8Offset) })
        guard used.count == 2, types.count == 1 else { return }
        list.edit(
            edits, 0.9, original: "\(names[0]), \(names[1])", replacement: "\(names[1]), \(names[0])",
            summary: "`\(names[0])` and `\(names[1])` change places")
    }

    /// `contains(where:)` to `allSatisfy`, and back; a trailing closure needs no label, which the names see to.
    private func quantify(
        _ call: FunctionCallExprSyntax, _ name: String, _ access: MemberAccessExprSyntax,
        _ list: inout MutationList
    ) {
        guard let argument = call.onlyArgument else { return }
        let token = access.declName.baseName.spliceRange
        let value = argument.expression.spliceRange.lowerBound
        if name == "contains", argument.label?.text == "where" {
            list.edit(
                [TextEdit(token, "allSatisfy"), TextEdit(argument.spliceRange.lowerBound..<value, "")], 0.9,
                original: "contains(where:)", replacement: "allSatisfy")
        } else if name == "allSatisfy", argument.label == nil {
            list.edit(
                [TextEdit(token, "contains"), .insert("where: ", at: value)], 0.9, original: "allSatisfy",
                replacement: "contains(where:)")
        }
    }

    private func order(
        _ call: FunctionCallExprSyntax, _ name: String, _ base: ExprSyntax, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard ["sorted", "sort"].contains(name), call.trailingClosure == nil else { return }
        let receiver = base.trimmedDescription
        if call.arguments.isEmpty {
            list.replace(call, with: "\(receiver).\(name)(by: >)", 0.8)
        } else if call.onlyArgument?.label?.text == "by",
            call.onlyArgument?.expression.trimmedDescription == ">"
        {
            list.replace(call, with: "\(receiver).\(name)()", 0.7)
        }
    }
}
