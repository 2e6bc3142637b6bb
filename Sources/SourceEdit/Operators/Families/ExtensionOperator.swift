import SwiftSyntax

/// Makes more of a name: a member of it, a sum with another name, an element at it.
struct ExtensionOperator: MutationOperator {
    let id = "extension"
    let summary = "extends a name by a member, an element or another operand"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.8)
        for expression in scope.expressions {
            guard let name = expression.identifier ?? path(expression), name.first?.isUppercase != true else {
                continue
            }
            let role = scope.role(of: expression)
            if role.isTarget || role.isCallee { continue }
            let type = scope.type(of: expression)
            members(of: expression, type, role, scope, &list)
            if TypeText.isNumber(type), case .base = role { continue }
            if TypeText.isNumber(type) { sums(expression, type, role, scope, &list) }
            if TypeText.isInteger(type) {
                elements(expression, role, scope, &list)
                counts(expression, role, scope, &list)
            }
            slices(expression, type, role, scope, &list)
        }
        return list.found
    }

    /// `a.b` counts as a name, `f().b` does not.
    private func path(_ expression: ExprSyntax) -> String? {
        guard let access = expression.as(MemberAccessExprSyntax.self), let base = access.base else {
            return nil
        }
        return base.identifier ?? path(base)
    }

    /// `node` to `node.next`.
    private func members(
        of expression: ExprSyntax, _ type: String?, _ role: Role, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard let plain = TypeText.unwrapped(type), scope.ingredients.knows(plain) else { return }
        if case .base = role, !(expression.parent?.is(MemberAccessExprSyntax.self) ?? false) { return }
        let takesOptional = TypeText.isOptional(type) || self.takesOptional(expression, role, scope)
        let members = scope.ingredients.values(of: plain).filter {
            !$0.isStatic && TypeText.unwrapped($0.type) == plain
                && (takesOptional || !TypeText.isOptional($0.type))
        }
        let mark = TypeText.isOptional(type) ? "?" : ""
        for (rank, member) in members.prefix(3).enumerated() {
            list.replace(
                expression, with: "\(expression.trimmedDescription)\(mark).\(member.name)",
                0.9 - 0.1 * Double(rank))
        }
    }

    /// Whether a value that may be missing can stand where one stands that may not.
    private func takesOptional(_ expression: ExprSyntax, _ role: Role, _ scope: MutationScope) -> Bool {
        switch role {
        case .returned: TypeText.isOptional(scope.returnType(at: expression))
        case .assigned:
            expression.parent?.as(InfixOperatorExprSyntax.self)
                .map { TypeText.isOptional(scope.type(of: $0.leftOperand)) } ?? false
        case .operand(let infix): ["==", "!=", "===", "!=="].contains(infix.symbol)
        case .argument(let call): TypeText.isOptional(scope.parameterType(of: expression, in: call))
        default: false
        }
    }

    /// `limit` to `xs.count` where a number is compared or handed on.
    private func counts(
        _ expression: ExprSyntax, _ role: Role, _ scope: MutationScope, _ list: inout MutationList
    ) {
        switch role {
        case .argument, .returned, .assigned, .initial: break
        case .operand(let infix):
            guard
                InfixOperatorExprSyntax.comparisons.contains(infix.symbol)
                    || ["..<", "..."].contains(infix.symbol),
                infix.rightOperand.id == expression.id
            else { return }
        default: return
        }
        let near = expression.enclosingItem.map { Syntax($0) } ?? Syntax(scope.function.body)
        let collections = scope.relevant(at: expression, near: near).filter {
            $0.origin <= .member
                && (TypeText.isArray($0.type) || TypeText.isSet($0.type) || TypeText.isText($0.type))
        }
        for (rank, collection) in collections.prefix(2).enumerated() {
            list.replace(expression, with: collection.name + ".count", 0.6 - 0.1 * Double(rank))
        }
    }

    /// `k` to `k - x` where a value is handed on, and `i` to `i * i` in a bound.
    private func sums(
        _ expression: ExprSyntax, _ type: String?, _ role: Role, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        var limit = 0
        var factor = 0.8
        switch role {
        case .argument(let call):
            let isOwn =
                call.functionName.map {
                    scope.reader.function(named: $0, call, at: call.position.utf8Offset) != nil
                } ?? false
            limit = scope.isRecursive(call) ? 4 : isOwn && !call.isMember ? 2 : 1
            factor = scope.isRecursive(call) ? 1 : 0.6
        case .assigned, .initial: limit = 2
        case .returned: limit = 0
        case .index: limit = 2; factor = 0.6
        case .operand(let infix):
            if InfixOperatorExprSyntax.comparisons.contains(infix.symbol) || infix.symbol == "..<"
                || infix.symbol == "..."
            {
                limit = 1
                factor = 0.5
            }
            let isBound = infix.symbol == "<" || infix.symbol == "<="
            let isDifference = infix.symbol == "-" && TypeText.isFloat(type)
            if isBound && infix.leftOperand.id == expression.id || isDifference {
                let text = expression.trimmedDescription
                list.replace(
                    expression, with: "\(text) * \(text)", precedence: Precedence.multiplication, 0.6)
            }
        default: break
        }
        if case .assigned = role { differences(expression, type, scope, &list) }
        guard limit > 0 else { return }
        let used = expression.parent?.names ?? []
        let others = scope.relevant(
            at: expression,
            near: expression.enclosingItem ?? scope.function.body.first
                ?? CodeBlockItemSyntax(item: .expr(expression))
        )
        .filter { $0.type == type && $0.origin <= .parameter && !used.contains($0.name) }
        let text = expression.trimmedDescription
        for (rank, other) in others.prefix(limit).enumerated() {
            for (symbol, weight) in [("+", 1.0), ("-", 1.0)] {
                list.replace(
                    expression, with: "\(text) \(symbol) \(other.name)", precedence: Precedence.addition,
                    factor * weight - 0.05 * Double(rank))
            }
        }
    }

    /// `total += cost` to `total += cost - old.cost`: what a sum is changed by where it holds an older value already.
    private func differences(
        _ expression: ExprSyntax, _ type: String?, _ scope: MutationScope, _ list: inout MutationList
    ) {
        guard let infix = expression.parent?.as(InfixOperatorExprSyntax.self),
            ["+=", "-="].contains(infix.symbol),
            let name = expression.text.split(separator: ".").last
        else { return }
        let others = scope.members(of: scope.values(at: expression).filter { $0.origin <= .parameter }).filter
        {
            $0.type == type && $0.name.hasSuffix("." + name) && $0.name != expression.text
        }
        for other in others.prefix(2) {
            list.replace(
                expression, with: "\(expression.trimmedDescription) - \(other.name)",
                precedence: Precedence.addition, 0.75)
        }
    }

    /// `i` to `xs[i]`.
    private func elements(
        _ expression: ExprSyntax, _ role: Role, _ scope: MutationScope, _ list: inout MutationList
    ) {
        switch role {
        case .argument, .returned, .assigned, .part, .index: break
        case .operand(let infix): if ["..<", "..."].contains(infix.symbol) { return }
        default: return
        }
        let arrays = scope.values(at: expression).filter { $0.origin <= .member && $0.type == "[Int]" }
        if let array = arrays.first, expression.identifier != nil {
            list.replace(expression, with: "\(array.name)[\(expression.trimmedDescription)]", 0.45)
        }
    }

    /// `xs` to `xs.dropFirst()` where a slice will do.
    private func slices(
        _ expression: ExprSyntax, _ type: String?, _ role: Role, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        let text = expression.trimmedDescription
        if case .base = role, type == nil || TypeText.isArray(type) || TypeText.isText(type),
            let access = expression.parent?.as(MemberAccessExprSyntax.self),
            Self.walks.contains(access.name), access.parent?.is(FunctionCallExprSyntax.self) == true
        {
            list.replace(expression, with: text + ".dropFirst()", 0.5)
            list.replace(expression, with: text + ".dropLast()", 0.4)
        }
        guard type?.hasPrefix("ArraySlice<") == true || type == "Substring" else { return }
        guard case .argument = role else { return }
        list.replace(expression, with: text + ".dropFirst()", 0.9)
        list.replace(expression, with: text + ".dropLast()", 0.7)
    }

    /// Methods that go through every element, so that a sequence without its first or last serves as well.
    private static let walks: Set<String> = [
        "map", "compactMap", "flatMap", "filter", "forEach", "reduce", "allSatisfy", "contains", "enumerated",
    ]
}
