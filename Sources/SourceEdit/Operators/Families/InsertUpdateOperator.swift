import SwiftSyntax

/// Puts a forgotten update between statements: of a counter, a collection, a variable that moves on.
struct InsertUpdateOperator: MutationOperator {
    let id = "insert_update"
    let summary = "inserts an update of a variable or of a collection"
    let isForTesting = false

    struct Update {
        var statement: String
        var factor: Double
    }

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.95)
        let written = Written(scope)
        for slot in scope.slots {
            guard let anchor = slot.next ?? slot.previous else { continue }
            // Names declared by the statement before the gap are visible after it only.
            let visible = slot.next.map { scope.values(at: $0) } ?? scope.values(after: anchor)
            let isEnd = slot.index == slot.items.count || slot.next?.leaves == true
            let updates = updates(at: anchor, visible, isEnd: isEnd, written, scope)
            let neighbours = [slot.next, slot.previous].compactMap { $0?.oneLine }
            for update in updates.sorted(by: { $0.factor > $1.factor }).prefix(16) {
                guard !neighbours.contains(update.statement),
                    let edits = scope.insertion([update.statement], at: slot)
                else { continue }
                list.edit(
                    edits, update.factor, original: "", replacement: update.statement,
                    summary: MutationList.describe("", update.statement))
            }
        }
        for block in scope.emptyBlocks {
            guard let anchor = block.enclosingItem else { continue }
            let updates = updates(
                at: anchor, scope.values(at: block.rightBrace), isEnd: true, written, scope)
            for update in updates.sorted(by: { $0.factor > $1.factor }).prefix(16) {
                guard let edits = scope.filling(block, with: update.statement) else { continue }
                list.edit(
                    edits, update.factor, original: "", replacement: update.statement,
                    summary: MutationList.describe("", update.statement))
            }
        }
        return list.found
    }

    /// What the function already writes to, so that a variable that never changes stands out.
    struct Written {
        var names: Set<String> = []
        var methods: Set<String> = []
        /// What a collection is asked for, by its name: more than a name in scope, such as `ObjectIdentifier(node)`.
        var sought: [String: [ExprSyntax]] = [:]
        /// The plain names that a collection is asked for.
        var asked: [String: Set<String>] = [:]

        init(_ scope: MutationScope) {
            for infix in scope.allPlaces(InfixOperatorExprSyntax.self) where infix.isAssignment {
                if let name = infix.leftOperand.identifier { names.insert(name) }
                if let access = infix.leftOperand.as(SubscriptCallExprSyntax.self),
                    let name = access.calledExpression.identifier
                {
                    names.insert(name)
                }
            }
            for call in scope.allPlaces(FunctionCallExprSyntax.self) {
                guard let name = call.receiver?.identifier, let method = call.functionName else { continue }
                methods.insert(name + "." + method)
                if method == "contains", call.arguments.count == 1,
                    let value = call.arguments.first?.expression.identifier
                {
                    asked[name, default: []].insert(value)
                }
                if method == "contains", call.arguments.count == 1, let value = call.arguments.first,
                    value.label == nil, value.expression.identifier == nil, !value.expression.isLiteral
                {
                    sought[name, default: []].append(value.expression)
                }
            }
        }

        /// What a collection is asked for is what belongs into it.
        func fit(_ value: String, in collection: String) -> Double {
            guard let asked = asked[collection] else { return 1 }
            return asked.contains(value) ? 1 : 0.7
        }

        func changes(_ name: String) -> Bool {
            names.contains(name)
                || [
                    "append", "insert", "removeFirst", "removeLast", "popLast", "popFirst", "remove",
                    "formUnion",
                ]
                .contains { methods.contains(name + "." + $0) }
        }
    }

    private func updates(
        at anchor: CodeBlockItemSyntax, _ visible: [Ingredient], isEnd: Bool, _ written: Written,
        _ scope: MutationScope
    ) -> [Update] {
        let loop = scope.loop(around: anchor)
        var found: [Update] = []
        for target in visible where target.isMutable && target.origin <= .member {
            let isStill = !written.changes(target.name)
            let weight = target.origin == .member ? 0.7 : isStill ? 1 : 0.75
            if TypeText.isCollection(target.type) {
                found += collection(target, visible, anchor, loop, isEnd, written, weight)
                found += sought(target, anchor, written, weight, scope)
            } else if target.origin <= .parameter {
                found += plain(target, visible, loop, isEnd, isStill, weight, scope)
            } else if isStill, scope.changesSelf, !scope.function.node.is(InitializerDeclSyntax.self) {
                found += stored(target, visible, isEnd)
            }
            found += reset(target, anchor, loop, isEnd, isStill, written, scope)
        }
        found += parts(visible, isEnd, scope)
        found += calls(visible, isEnd, written, scope)
        return found
    }

    /// A variable of the type itself that the function leaves as it is.
    private func stored(_ target: Ingredient, _ visible: [Ingredient], _ isEnd: Bool) -> [Update] {
        var found: [Update] = []
        let around = isEnd ? 1 : 0.8
        if TypeText.isNumber(target.type) {
            found.append(Update(statement: "\(target.name) += 1", factor: 0.6 * around))
            found.append(Update(statement: "\(target.name) -= 1", factor: 0.5 * around))
        }
        if target.type == "Bool" {
            found.append(Update(statement: "\(target.name) = true", factor: 0.55 * around))
            found.append(Update(statement: "\(target.name) = false", factor: 0.5 * around))
        }
        let plain = TypeText.unwrapped(target.type)
        let values = visible.filter {
            $0.origin <= .parameter && $0.type != nil && ($0.type == target.type || $0.type == plain)
        }
        for (rank, value) in values.prefix(3).enumerated() {
            let factor = (0.6 - 0.05 * Double(rank)) * around
            found.append(Update(statement: "\(target.name) = \(value.name)", factor: factor))
            if TypeText.isNumber(target.type) {
                found.append(Update(statement: "\(target.name) += \(value.name)", factor: factor * 0.9))
                found.append(Update(statement: "\(target.name) -= \(value.name)", factor: factor * 0.8))
            }
        }
        return found
    }

    /// Back to what the variable is declared with: at the end of what used it up, or when a loop begins again.
    private func reset(
        _ target: Ingredient, _ anchor: CodeBlockItemSyntax, _ loop: Syntax?, _ isEnd: Bool, _ isStill: Bool,
        _ written: Written, _ scope: MutationScope
    ) -> [Update] {
        guard let initial = target.initial else { return [] }
        let statement = "\(target.name) = \(initial)"
        if target.origin == .member {
            guard scope.changesSelf, loop == nil, !scope.function.node.is(InitializerDeclSyntax.self) else {
                return []
            }
            return [Update(statement: statement, factor: (isEnd ? 0.75 : 0.5) * (isStill ? 1 : 0.8))]
        }
        guard let loop, target.origin == .local, !isStill else { return [] }
        // What the loop itself declares begins anew by itself.
        let isOutside = scope.reader.names.contains {
            $0.ingredient.name == target.name && $0.declared < loop.spliceRange.lowerBound
        }
        guard isOutside else { return [] }
        let isStart = anchor.spliceRange.lowerBound <= (anchor.parent?.spliceRange.lowerBound ?? 0)
        return [Update(statement: statement, factor: isStart || isEnd ? 0.8 : 0.5)]
    }

    private func collection(
        _ target: Ingredient, _ visible: [Ingredient], _ anchor: CodeBlockItemSyntax, _ loop: Syntax?,
        _ isEnd: Bool,
        _ written: Written, _ weight: Double
    ) -> [Update] {
        var found: [Update] = []
        let name = target.name
        let around = isEnd || loop == nil ? 1 : 0.85
        if let (key, value) = TypeText.pair(of: target.type) {
            let keys = visible.filter { $0.type == key && $0.origin <= .parameter }
            let values = visible.filter { $0.type == value && $0.origin <= .parameter }
            for key in keys.prefix(2) {
                found.append(Update(statement: "\(name)[\(key.name)] = nil", factor: 0.55 * weight * around))
                for value in values.prefix(2) where value.name != key.name || TypeText.isNumber(value.type) {
                    found.append(
                        Update(
                            statement: "\(name)[\(key.name)] = \(value.name)", factor: 0.8 * weight * around))
                }
                if TypeText.isInteger(value) {
                    found.append(
                        Update(
                            statement: "\(name)[\(key.name), default: 0] += 1", factor: 0.7 * weight * around)
                    )
                }
            }
            // What is done with leaves every set that waits for it.
            if TypeText.isSet(value), let waited = TypeText.element(of: value) {
                let done = visible.filter { $0.type == waited && $0.origin <= .parameter }
                for item in done.prefix(2) {
                    found.append(
                        Update(
                            statement: "\(name).keys.forEach { \(name)[$0]?.remove(\(item.name)) }",
                            factor: 0.5 * weight * around))
                }
            }
            return found
        }
        guard let element = TypeText.element(of: target.type) else { return [] }
        let elements = visible.filter { $0.type == element && $0.origin <= .parameter && $0.name != name }
        if TypeText.isSet(target.type) {
            let asked =
                written.methods.contains(name + ".contains") && !written.methods.contains(name + ".insert")
            for (rank, value) in elements.prefix(3).enumerated() {
                found.append(
                    Update(
                        statement: "\(name).insert(\(value.name))",
                        factor: ((asked ? 1 : 0.8) * weight - 0.05 * Double(rank))
                            * written.fit(value.name, in: name)))
                found.append(
                    Update(
                        statement: "\(name).remove(\(value.name))",
                        factor: 0.5 * weight - 0.05 * Double(rank)))
            }
            let others = visible.filter { $0.type == target.type && $0.name != name }
            for (rank, value) in others.prefix(3).enumerated() {
                let factor = 0.8 * weight - 0.05 * Double(rank)
                found.append(Update(statement: "\(name).formUnion(\(value.name))", factor: factor))
                found.append(Update(statement: "\(name).subtract(\(value.name))", factor: factor * 0.7))
            }
            return found
        }
        guard TypeText.isSequenceLike(target.type) else { return [] }
        for (rank, value) in elements.prefix(3).enumerated() {
            found.append(
                Update(
                    statement: "\(name).append(\(value.name))",
                    factor: (0.9 * weight * around - 0.05 * Double(rank)) * written.fit(value.name, in: name))
            )
        }
        for (value, text) in converted(visible, to: element).prefix(3) where value.name != name {
            found.append(Update(statement: "\(name).append(\(text))", factor: 0.8 * weight * around))
        }
        for value in visible.filter({ $0.type == target.type && $0.name != name && $0.origin <= .parameter })
            .prefix(2)
        {
            found.append(Update(statement: "\(name) += \(value.name)", factor: 0.7 * weight * around))
            found.append(
                Update(
                    statement: "\(name) = \(value.name)", factor: (loop == nil ? 0.5 : 0.7) * weight * around)
            )
            if TypeText.isText(value.type) {
                continue
            }
            found.append(
                Update(statement: "\(name).append(contentsOf: \(value.name))", factor: 0.75 * weight * around)
            )
        }
        if written.methods.contains(name + ".append"), !written.methods.contains(name + ".removeLast") {
            found.append(Update(statement: "\(name).removeLast()", factor: 0.75 * around))
        }
        if let loop, loop.is(WhileStmtSyntax.self) {
            found.append(Update(statement: "\(name).removeFirst()", factor: 0.5 * around))
        }
        // A nested list gets what has been gathered so far.
        if TypeText.isArray(element), elements.isEmpty,
            let inner = visible.first(where: { $0.type == element })
        {
            found.append(Update(statement: "\(name).append(\(inner.name))", factor: 0.8 * weight * around))
        }
        return found
    }

    private func plain(
        _ target: Ingredient, _ visible: [Ingredient], _ loop: Syntax?, _ isEnd: Bool, _ isStill: Bool,
        _ weight: Double,
        _ scope: MutationScope
    ) -> [Update] {
        var found: [Update] = []
        let name = target.name
        let condition = loop?.as(WhileStmtSyntax.self)?.conditions
        let drives = condition?.names.contains(name) ?? false
        if TypeText.isNumber(target.type), loop != nil || isStill {
            let factor = (drives ? 1 : isStill ? 0.9 : 0.5) * (isEnd || isStill ? 1 : 0.8)
            found.append(Update(statement: "\(name) += 1", factor: factor))
            found.append(Update(statement: "\(name) -= 1", factor: factor * 0.85))
            for value in visible.filter({ $0.type == target.type && $0.name != name && $0.origin == .local })
                .prefix(2)
            {
                found.append(Update(statement: "\(name) += \(value.name)", factor: 0.6 * factor))
            }
        }
        guard target.type != nil || isStill else { return found }
        let plain = TypeText.unwrapped(target.type)
        let sources = visible.filter {
            $0.name != name && $0.origin <= .parameter && ($0.type == target.type || $0.type == plain)
                && (target.type != nil || $0.type == nil)
        }
        let paths = scope.members(of: visible.filter { $0.origin <= .parameter }).filter {
            !$0.name.hasPrefix(name + ".") && target.type != nil
                && ($0.type == target.type || $0.type == plain)
        }
        for (rank, path) in paths.prefix(4).enumerated() {
            let factor = (isStill ? 0.85 : loop == nil ? 0.3 : 0.6) - 0.05 * Double(rank)
            found.append(Update(statement: "\(name) = \(path.name)", factor: factor * (isEnd ? 1 : 0.9)))
        }
        for (rank, value) in sources.prefix(isStill ? 4 : 3).enumerated() {
            let factor = (isStill ? 1 : loop == nil ? 0.4 : 0.7) * (isEnd ? 1 : 0.9) - 0.05 * Double(rank)
            found.append(Update(statement: "\(name) = \(value.name)", factor: factor))
        }
        if target.type == "Bool", isStill || loop != nil {
            found.append(Update(statement: "\(name) = true", factor: 0.7 * weight))
            found.append(Update(statement: "\(name) = false", factor: 0.6 * weight))
            found.append(Update(statement: "\(name).toggle()", factor: 0.55 * weight))
        }
        guard drives || isStill, scope.ingredients.knows(plain) else { return found }
        // A list that is walked along: `node = node.next`.
        for member in scope.ingredients.values(of: plain)
        where TypeText.unwrapped(member.type) == plain && !member.isStatic {
            let access =
                TypeText.isOptional(target.type) ? "\(name)?.\(member.name)" : "\(name).\(member.name)"
            found.append(Update(statement: "\(name) = \(access)", factor: 0.9))
            let walker = visible.first { $0.type == plain && $0.name != name }
            if let walker {
                found.append(Update(statement: "\(name) = \(walker.name).\(member.name)", factor: 0.8))
            }
        }
        return found
    }
}

extension MutationScope {
    /// The values that code right after a statement can use.
    func values(after item: CodeBlockItemSyntax) -> [Ingredient] {
        let inner = values(at: item)
        let declared = reader.names.filter { name in
            item.declaredNames.contains(name.ingredient.name)
                && item.spliceRange.contains(name.declared) && name.ingredient.parameters == nil
        }
        .map(\.ingredient).reversed()
        return declared + inner.filter { old in !declared.contains { $0.name == old.name } }
    }
}
