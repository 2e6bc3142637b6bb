import SwiftSyntax

/// Returns something else.
struct ReturnOperator: MutationOperator {
    let id = "returns"
    let summary = "returns another value in scope, an empty one, the opposite, or more than it did"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.8)
        for value in scope.returned {
            let type = scope.returnType(at: value)
            if scope.purpose == .testing {
                blank(value, type, &list)
                continue
            }
            other(value, type, scope, &list)
            if type == "Bool" { decide(value, scope, &list) } else { more(value, type, scope, &list) }
            recursion(value, type, scope, &list)
        }
        return list.found
    }

    /// The value that a test notices when it looks at the result at all.
    private func blank(_ value: ExprSyntax, _ type: String?, _ list: inout MutationList) {
        guard let type, !value.isLiteral else { return }
        let text: String? =
            if TypeText.isOptional(type) {
                "nil"
            } else if TypeText.isNumber(type) {
                "0"
            } else if type == "String" {
                "\"\""
            } else if TypeText.isArray(type) || TypeText.isSet(type) {
                "[]"
            } else if TypeText.isDictionary(type) {
                "[:]"
            } else if type == "Bool", value.precedence >= Precedence.prefix,
                value.as(PrefixOperatorExprSyntax.self)?.operator.text != "!"
            {
                Precedence.negation(of: value)
            } else {
                nil
            }
        guard let text, value.trimmedDescription != text else { return }
        list.replace(value, with: text, 1)
    }

    private func other(
        _ value: ExprSyntax, _ type: String?, _ scope: MutationScope, _ list: inout MutationList
    ) {
        guard let type else { return }
        let wanted = TypeText.isOptional(type) ? [type, TypeText.unwrapped(type) ?? type] : [type]
        let names = scope.values(at: value).filter {
            $0.origin <= .member && wanted.contains($0.type ?? "") && $0.name != value.identifier
        }
        for (rank, name) in names.prefix(6).enumerated() {
            list.replace(value, with: name.name, 0.8 - 0.08 * Double(rank))
        }
        let paths = scope.members(of: scope.values(at: value)).filter { wanted.contains($0.type ?? "") }
        for (rank, path) in paths.prefix(5).enumerated() {
            list.replace(value, with: path.name, 0.6 - 0.05 * Double(rank))
        }
        let isOwn = TypeText.unwrapped(type) == scope.reader.owner || TypeText.unwrapped(type) == "Self"
        if isOwn, !scope.isStatic { list.replace(value, with: "self", 0.8) }
        for (text, factor) in Defaults.values(of: type) where text != value.trimmedDescription {
            list.replace(value, with: text, factor * 0.7)
        }
        // `return []` to `return [x]`.
        if let element = TypeText.element(of: type), TypeText.isArray(type) || TypeText.isSet(type) {
            let isEmpty = value.as(ArrayExprSyntax.self)?.elements.isEmpty ?? false
            for name in scope.values(at: value).filter({ $0.type == element && $0.origin <= .member }).prefix(
                3)
            {
                list.replace(value, with: "[\(name.name)]", isEmpty ? 0.9 : 0.4)
            }
            if isEmpty, TypeText.isArray(element) { list.replace(value, with: "[[]]", 1) }
        }
    }

    /// `return true` to `return depth == 0`.
    private func decide(_ value: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        if !value.isLiteral, value.as(PrefixOperatorExprSyntax.self)?.operator.text != "!",
            !InfixOperatorExprSyntax.comparisons.contains(
                value.as(InfixOperatorExprSyntax.self)?.symbol ?? "")
        {
            list.replace(value, with: Precedence.negation(of: value), 0.8)
        }
        guard value.is(BooleanLiteralExprSyntax.self) else { return }
        for atom in scope.atoms(at: value, near: scope.function.body, limit: 8) {
            list.replace(value, with: atom.bad, 0.8 * atom.factor)
            list.replace(value, with: atom.good, 0.7 * atom.factor)
        }
    }

    /// `return x` to `return x + y`.
    private func more(
        _ value: ExprSyntax, _ type: String?, _ scope: MutationScope, _ list: inout MutationList
    ) {
        guard let type, TypeText.isNumber(type) || TypeText.isArray(type) || type == "String",
            !value.isLiteral
        else { return }
        let isNumber = TypeText.isNumber(type)
        if value.as(ArrayExprSyntax.self)?.elements.isEmpty == true { return }
        let operand = Precedence.operand(value, of: "+")
        let used = value.names
        let names = scope.values(at: value).filter {
            $0.type == type && $0.origin <= .member && $0.name != value.identifier
                && !(isNumber && used.contains($0.name))
        }
        for (rank, name) in names.prefix(3).enumerated() {
            let factor = 0.8 - 0.1 * Double(rank)
            list.replace(value, with: "\(operand) + \(name.name)", factor)
            if isNumber {
                list.replace(value, with: "\(operand) - \(name.name)", factor * 0.8)
            } else {
                list.replace(value, with: "\(name.name) + \(operand)", factor)
            }
        }
        guard !isNumber, let element = TypeText.element(of: type), TypeText.isArray(type) else { return }
        for name in scope.values(at: value).filter({ $0.type == element && $0.origin <= .parameter }).prefix(
            2)
        {
            list.replace(value, with: "[\(name.name)] + \(operand)", 0.8)
            list.replace(value, with: "\(operand) + [\(name.name)]", 0.7)
        }
    }

    /// `f(n - 1)` to `f(n - 1) + f(n - 2)`, and `f(node.left)` to `f(node.left) + f(node.right)`.
    private func recursion(
        _ value: ExprSyntax, _ type: String?, _ scope: MutationScope, _ list: inout MutationList
    ) {
        guard TypeText.isNumber(type) || TypeText.isArray(type) || type == "Bool" || type == "String" else {
            return
        }
        let calls = value.descendants(FunctionCallExprSyntax.self).filter(scope.isRecursive)
        guard calls.count == 1, let call = calls.first else { return }
        let symbols = type == "Bool" ? ["||", "&&"] : ["+"]
        for (text, factor) in variations(of: call, scope) {
            for symbol in symbols {
                let operand = Precedence.operand(value, of: symbol)
                list.replace(value, with: "\(operand) \(symbol) \(text)", factor)
                if TypeText.isNumber(type), value.is(InfixOperatorExprSyntax.self) {
                    list.replace(
                        ExprSyntax(call), with: "max(\(call.trimmedDescription), \(text))", factor * 0.9)
                }
            }
        }
    }

    /// The same call with a number one further, or with a sibling of a member.
    private func variations(of call: FunctionCallExprSyntax, _ scope: MutationScope) -> [(String, Double)] {
        var found: [(String, Double)] = []
        let start = call.spliceRange.lowerBound
        let text = call.trimmedDescription
        func splice(_ node: some SyntaxProtocol, _ replacement: String, _ factor: Double) {
            let range = node.spliceRange
            let edit = TextEdit(range.lowerBound - start..<range.upperBound - start, replacement)
            if let changed = [edit].applied(to: text) { found.append((changed, factor)) }
        }
        for argument in call.arguments {
            for literal in argument.expression.descendants(IntegerLiteralExprSyntax.self) {
                if let number = ExprSyntax(literal).integer { splice(literal, String(number + 1), 0.8) }
            }
            for access in argument.expression.descendants(MemberAccessExprSyntax.self) {
                for (other, _) in Siblings.members(access.name, called: false) {
                    splice(access.declName.baseName, other, 0.9)
                }
            }
        }
        return found
    }
}
