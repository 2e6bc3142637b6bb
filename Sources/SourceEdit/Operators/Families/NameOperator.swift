import SwiftSyntax

/// Replaces a variable, a member or a called function by one that could stand there.
struct NameOperator: MutationOperator {
    let id = "names"
    let summary = "replaces a variable, a member or a called function by a sibling"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 1)
        for reference in scope.all(DeclReferenceExprSyntax.self) {
            let expression = ExprSyntax(reference)
            guard let name = expression.identifier else { continue }
            if reference.parent?.as(MemberAccessExprSyntax.self)?.declName.id == reference.id { continue }
            if reference.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == expression.id {
                callee(reference, name, scope, &list)
            } else if scope.purpose == .repair, name.first?.isUppercase != true {
                variable(expression, name, scope, &list)
            }
        }
        for access in scope.all(MemberAccessExprSyntax.self) { member(access, scope, &list) }
        for call in scope.all(FunctionCallExprSyntax.self) { label(call, &list) }
        for path in scope.all(KeyPathExprSyntax.self) {
            guard case .property(let property)? = path.components.last?.component else { continue }
            for (other, factor) in Siblings.members(property.declName.baseName.text, called: false) {
                list.replace(property.declName.baseName, with: other, factor)
            }
        }
        return list.found
    }

    private func variable(
        _ expression: ExprSyntax, _ name: String, _ scope: MutationScope, _ list: inout MutationList
    ) {
        let offset = expression.position.utf8Offset
        let type = scope.reader.type(named: name, at: offset)
        let isTarget = scope.role(of: expression).isTarget
        let isBase = if case .base = scope.role(of: expression) { true } else { false }
        let isLocal = scope.reader.local(name, at: offset) != nil
        guard isLocal || type != nil else { return }
        let mustChange = isTarget || isChanged(expression)
        let habit = isTarget || isWritten(expression) ? 0.7 : isLabelled(expression, name) ? 0.5 : 1
        let others = scope.replacements(forType: type, at: expression).filter { other in
            other.name != name && (!mustChange || other.isMutable)
                && other.name.hasPrefix("$") == name.hasPrefix("$")
                && (other.origin <= .parameter || type != nil)
        }
        let siblings = others.filter { Siblings.are(name, $0.name) }
        let ordered = siblings + others.filter { !Siblings.are(name, $0.name) }
        // Where syntax cannot tell a type, the compiler will.
        let unlike = scope.values(at: expression).filter { other in
            isLocal && other.origin <= .parameter && other.name != name
                && (other.type == nil) != (type == nil)
                && (!mustChange || other.isMutable) && other.name.hasPrefix("$") == name.hasPrefix("$")
        }
        for (rank, other) in unlike.prefix(3).enumerated() where !isBase {
            list.replace(expression, with: other.name, (0.4 - 0.05 * Double(rank)) * habit)
        }
        for (rank, other) in ordered.prefix(type == nil ? 3 : 9).enumerated() {
            var factor = (type == nil ? 0.5 : 0.95) - 0.06 * Double(rank)
            if Siblings.are(name, other.name) { factor = 1 }
            if isBase, type == nil { factor *= 0.7 }
            if other.origin > .parameter { factor *= 0.8 }
            list.replace(expression, with: other.name, factor * habit)
        }
    }

    /// `high: high`: what is called like its parameter is seldom the wrong one.
    private func isLabelled(_ expression: ExprSyntax, _ name: String) -> Bool {
        expression.parent?.as(LabeledExprSyntax.self)?.label?.text == name
    }

    /// Whether a member of it is assigned to: what is read is mistaken more often than what is written.
    private func isWritten(_ expression: ExprSyntax) -> Bool {
        var whole = expression
        while let parent = whole.parent {
            if let access = parent.as(MemberAccessExprSyntax.self), access.base?.id == whole.id {
                whole = ExprSyntax(access)
            } else if let access = parent.as(SubscriptCallExprSyntax.self),
                access.calledExpression.id == whole.id
            {
                whole = ExprSyntax(access)
            } else if let chain = parent.as(OptionalChainingExprSyntax.self) {
                whole = ExprSyntax(chain)
            } else {
                break
            }
        }
        guard let infix = whole.parent?.as(InfixOperatorExprSyntax.self) else { return false }
        return infix.isAssignment && infix.leftOperand.id == whole.id
    }

    private static let mutating: Set<String> = [
        "append", "insert", "remove", "removeAll", "removeFirst", "removeLast", "popFirst", "popLast", "sort",
        "reverse",
        "shuffle", "swapAt", "formUnion", "formIntersection", "subtract", "merge", "updateValue", "toggle",
        "partition",
        "removeSubrange", "replaceSubrange",
    ]

    /// Whether the code changes what the name holds: by a method, an element, or as `&name`.
    private func isChanged(_ expression: ExprSyntax) -> Bool {
        if expression.parent?.is(InOutExprSyntax.self) == true { return true }
        if let access = expression.parent?.as(MemberAccessExprSyntax.self), access.base?.id == expression.id,
            access.parent?.is(FunctionCallExprSyntax.self) == true
        {
            return Self.mutating.contains(access.name)
        }
        var whole = expression
        while let access = whole.parent?.as(SubscriptCallExprSyntax.self),
            access.calledExpression.id == whole.id
        {
            whole = ExprSyntax(access)
        }
        guard whole.id != expression.id else { return false }
        if whole.parent?.is(InOutExprSyntax.self) == true { return true }
        guard let infix = whole.parent?.as(InfixOperatorExprSyntax.self) else { return isChanged(whole) }
        return infix.isAssignment && infix.leftOperand.id == whole.id
    }

    private func callee(
        _ reference: DeclReferenceExprSyntax, _ name: String, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        for (other, factor) in Siblings.functions(name) { list.replace(reference, with: other, factor) }
        guard scope.purpose == .repair, let call = reference.parent?.as(FunctionCallExprSyntax.self),
            let own = scope.reader.function(named: name, call, at: reference.position.utf8Offset)
        else { return }
        let labels = own.parameters?.map(\.label)
        let others = scope.callables(at: reference).filter {
            $0.name != name && $0.type == own.type && $0.parameters?.map(\.label) == labels
                && $0.parameters?.map(\.type) == own.parameters?.map(\.type)
        }
        for (rank, other) in others.prefix(3).enumerated() {
            list.replace(reference, with: other.name, 0.8 - 0.1 * Double(rank))
        }
    }

    private func member(_ access: MemberAccessExprSyntax, _ scope: MutationScope, _ list: inout MutationList)
    {
        let name = access.name
        let token = access.declName.baseName
        let call = access.parent?.as(FunctionCallExprSyntax.self).flatMap {
            $0.calledExpression.id == access.id ? $0 : nil
        }
        guard let base = access.base else {
            // `.left`, a case that syntax alone can place.
            guard scope.purpose == .repair, call == nil else { return }
            for other in scope.ingredients.siblings(ofCase: name).prefix(3) {
                list.replace(token, with: other, 0.7)
            }
            for (other, factor) in Siblings.members(name, called: false) {
                list.replace(token, with: other, factor * 0.8)
            }
            return
        }
        let type =
            base.identifier.flatMap { $0.first?.isUppercase == true ? $0 : nil }
            ?? TypeText.unwrapped(scope.type(of: base))
        if let call {
            for (other, factor) in Siblings.members(
                name, called: true, labels: call.arguments.map { $0.label?.text })
            where scope.purpose == .repair || !scope.ingredients.declaresOnly(name, and: other) {
                list.replace(token, with: other, factor)
            }
            guard scope.purpose == .repair else { return }
            let methods = scope.ingredients.functions(of: type)
            guard let own = methods.first(where: { $0.name == name }) else { return }
            let others = methods.filter {
                $0.name != name && $0.parameters == own.parameters && $0.type == own.type
            }
            for (rank, other) in others.prefix(3).enumerated() {
                list.replace(token, with: other.name, 0.9 - 0.1 * Double(rank))
            }
            return
        }
        let values = scope.ingredients.values(of: type)
        if let own = values.first(where: { $0.name == name }) {
            let others = values.filter {
                $0.name != name && $0.type == own.type && $0.isStatic == own.isStatic && own.type != nil
            }
            let siblings = others.filter { Siblings.are(name, $0.name) }
            let rest = scope.purpose == .repair ? others.filter { !Siblings.are(name, $0.name) } : []
            let mirror = scope.purpose == .repair ? self.mirror(of: access) : nil
            for (rank, other) in (siblings + rest).prefix(scope.purpose == .repair ? 9 : 1).enumerated() {
                let factor = Siblings.are(name, other.name) ? 1 : 0.9 - 0.07 * Double(rank)
                list.replace(token, with: other.name, mirror == nil ? factor : 0.3 * factor)
                guard let mirror, token.spliceRange.lowerBound < mirror.spliceRange.lowerBound else {
                    continue
                }
                list.edit(
                    [TextEdit(token.spliceRange, other.name), TextEdit(mirror.spliceRange, other.name)],
                    factor, original: name, replacement: other.name,
                    summary: MutationList.describe(name, other.name) + " on both sides")
            }
            return
        }
        let known = values.map(\.name) + scope.ingredients.functions(of: type).map(\.name)
        for (other, factor) in Siblings.members(name, called: false)
        where known.isEmpty || known.contains(other) {
            list.replace(token, with: other, factor)
        }
    }

    /// The same member on the other side of a comparison, as in `$0.start < $1.start`: both are meant, or none.
    private func mirror(of access: MemberAccessExprSyntax) -> TokenSyntax? {
        guard let infix = access.parent?.as(InfixOperatorExprSyntax.self),
            InfixOperatorExprSyntax.comparisons.contains(infix.symbol)
        else { return nil }
        let isLeft = infix.leftOperand.id == ExprSyntax(access).id
        guard let other = (isLeft ? infix.rightOperand : infix.leftOperand).as(MemberAccessExprSyntax.self),
            other.name == access.name
        else { return nil }
        return other.declName.baseName
    }

    private func label(_ call: FunctionCallExprSyntax, _ list: inout MutationList) {
        for argument in call.arguments where call.functionName == "index" {
            guard let label = argument.label, let other = ["after": "before", "before": "after"][label.text]
            else { continue }
            list.replace(label, with: other, 0.9)
        }
    }
}
