import SwiftSyntax

/// Puts an early way out before a statement: a base case, a guard, a jump out of a loop.
struct InsertExitOperator: MutationOperator {
    let id = "insert_exit"
    let summary = "inserts a guard, a base case, or a way out of a loop"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.9)
        for slot in scope.slots {
            let isStart = slot.list.id == scope.context(at: slot.list).body.id && slot.index == 0
            if let next = slot.next {
                if next.leaves, !isStart,
                    next.item.is(BreakStmtSyntax.self) || next.item.is(ContinueStmtSyntax.self)
                {
                    continue
                }
                before(next, slot, isStart, scope, &list)
            }
            jumps(slot, scope, &list)
            once(slot, scope, &list)
        }
        return list.found
    }

    /// `seen.insert(x)` to `guard seen.insert(x).inserted else { continue }`: what follows is for new ones only.
    private func once(_ slot: Slot, _ scope: MutationScope, _ list: inout MutationList) {
        guard let item = slot.next, slot.index + 1 < slot.items.count,
            let call = item.expression?.as(FunctionCallExprSyntax.self), call.isMember,
            call.functionName == "insert", !item.trimmedDescription.contains("//"), call.arguments.count == 1,
            call.arguments.first?.label == nil
        else { return }
        let isInLoop = scope.loop(around: item) != nil
        let leaving = (isInLoop ? [("continue", 1)] : []) + exits(at: item, scope, limit: isInLoop ? 1 : 2)
        for (exit, factor) in leaving {
            list.replace(item, with: "guard \(item.oneLine).inserted else { \(exit) }", 0.9 * factor)
        }
    }

    /// What leaves the function there, likeliest first.
    private func exits(at item: CodeBlockItemSyntax, _ scope: MutationScope, limit: Int) -> [(String, Double)]
    {
        let context = scope.context(at: item)
        if context.node.is(ClosureExprSyntax.self), context.returnType == nil { return [] }
        var found: [(String, Double)] = []
        if context.node.is(InitializerDeclSyntax.self) {
            found = context.returnsOptional ? [("return nil", 1)] : []
        } else if let type = scope.returnType(at: item) {
            found = Defaults.values(of: type).map { ("return " + $0.0, $0.1) }
            if TypeText.isArray(TypeText.element(of: type)), TypeText.isArray(type) {
                found.insert(("return [[]]", 0.95), at: 0)
            }
            let same = context.parameters.filter { TypeText.normal($0.type) == type }
            found += same.prefix(2).map { ("return " + $0.name, 0.95) }
            if let element = TypeText.element(of: type), TypeText.isArray(type) {
                found += context.parameters.filter { TypeText.normal($0.type) == element }.prefix(1)
                    .map { ("return [\($0.name)]", 0.8) }
            }
            let result = scope.values(at: item).first {
                $0.origin == .local && $0.type == type && $0.isMutable
            }
            if let result { found.append(("return " + result.name, 0.8)) }
        } else {
            found = [("return", 1)]
        }
        if context.isThrowing {
            let thrown = Set(scope.function.body.descendants(ThrowStmtSyntax.self).map(\.oneLine))
            found += thrown.sorted().prefix(2).map { ($0, 0.7) }
            found += failures(at: item, scope).filter { !thrown.contains($0) }.prefix(3).map { ($0, 0.72) }
        }
        return Array(found.sorted { $0.1 > $1.1 }.prefix(limit))
    }

    /// Errors of the module that are made of what is in scope.
    private func failures(at item: CodeBlockItemSyntax, _ scope: MutationScope) -> [String] {
        let values = scope.values(at: item).sorted { $0.origin == .parameter && $1.origin != .parameter }
        return scope.ingredients.errors.flatMap { type in
            type.cases.compactMap { failure -> String? in
                var arguments: [String] = []
                for (label, wanted) in zip(failure.labels, failure.payload) {
                    guard let value = values.first(where: { $0.type == wanted && wanted != nil }) else {
                        return nil
                    }
                    arguments.append((label.map { $0 + ": " } ?? "") + value.name)
                }
                let payload = arguments.isEmpty ? "" : "(" + arguments.joined(separator: ", ") + ")"
                return "throw \(type.name).\(failure.name)\(payload)"
            }
        }
    }

    private struct Exit {
        var statement: String
        var factor: Double
    }

    private func before(
        _ item: CodeBlockItemSyntax, _ slot: Slot, _ isStart: Bool, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        let isInLoop = scope.loop(around: item) != nil
        let near = isStart ? Syntax(scope.context(at: item).body) : Syntax(item)
        let atoms = scope.atoms(at: item, near: near, limit: isStart ? 14 : 8)
        let leaving = exits(at: item, scope, limit: isStart ? 6 : 3)
        let weight = isStart ? 1 : 0.75
        let parameters = scope.context(at: item).parameters
        let calls = isStart ? near.descendants(FunctionCallExprSyntax.self) : []
        let hasBase = parameters.count == 1 || calls.contains(where: scope.isRecursive)
        var found: [Exit] = []
        for atom in atoms where !isTested(atom, slot, scope) {
            // Away from the start, only what the statement itself depends on.
            if !isStart, atom.factor < 0.4 { continue }
            for (exit, factor) in leaving {
                let isGuard =
                    atom.isSafety && !isStart || atom.good.hasPrefix("!") && atom.good.hasSuffix(".isEmpty")
                found.append(
                    Exit(
                        statement: isGuard
                            ? "guard \(atom.good) else { \(exit) }" : "if \(atom.bad) { \(exit) }",
                        factor: weight * factor * atom.factor))
                if isStart, hasBase, atom.bad.hasSuffix("== 0"), exit != "return" {
                    let name = atom.bad.dropLast(5)
                    for bound in ["<= 1", "== 1"] {
                        found.append(
                            Exit(
                                statement: "if \(name) \(bound) { \(exit) }",
                                factor: 0.75 * factor * atom.factor))
                    }
                }
                if !atom.isSafety {
                    found.append(
                        Exit(
                            statement: "if \(atom.good) { \(exit) }",
                            factor: 0.6 * weight * factor * atom.factor))
                }
            }
            guard isInLoop else { continue }
            found.append(Exit(statement: "if \(atom.bad) { continue }", factor: 0.8 * atom.factor))
            found.append(Exit(statement: "if \(atom.bad) { break }", factor: 0.65 * atom.factor))
            if !atom.isSafety {
                found.append(Exit(statement: "if \(atom.good) { continue }", factor: 0.5 * atom.factor))
            }
        }
        if isStart { found += exchanges(item, scope) }
        let ordered = found.enumerated().sorted {
            ($1.element.factor, $0.offset) < ($0.element.factor, $1.offset)
        }
        for exit in ordered.prefix(isStart ? 40 : 14).map(\.element) {
            insert(exit.statement, slot, exit.factor, scope, &list)
        }
    }

    /// Whether the block asks the same right before or after.
    private func isTested(_ atom: Atom, _ slot: Slot, _ scope: MutationScope) -> Bool {
        let texts = [slot.previous, slot.next].compactMap { item -> String? in
            guard let item else { return nil }
            if let conditions = item.item.as(GuardStmtSyntax.self)?.conditions { return conditions.oneLine }
            let inner = item.item.as(ExpressionStmtSyntax.self)?.expression.as(IfExprSyntax.self)
            return inner?.conditions.oneLine
        }
        return texts.contains { $0.contains(atom.good) || $0.contains(atom.bad) }
    }

    /// `if a > b { swap(&a, &b) }` for two variables that can change.
    private func exchanges(_ item: CodeBlockItemSyntax, _ scope: MutationScope) -> [Exit] {
        let names = scope.values(at: item).filter {
            $0.isMutable && $0.origin <= .parameter && TypeText.isOrdered($0.type)
        }
        guard names.count >= 2, names[0].type == names[1].type else { return [] }
        let (a, b) = (names[1].name, names[0].name)
        return [">", "<"].map { Exit(statement: "if \(a) \($0) \(b) { swap(&\(a), &\(b)) }", factor: 0.5) }
    }

    /// A jump at the end of a branch that runs on.
    private func jumps(_ slot: Slot, _ scope: MutationScope, _ list: inout MutationList) {
        guard slot.index == slot.items.count, let last = slot.previous, !last.leaves,
            let statement = slot.list.statement,
            statement.is(IfExprSyntax.self) || statement.is(GuardStmtSyntax.self) || slot.list.isLoopBody
        else { return }
        if scope.loop(around: last) != nil {
            if !slot.list.isLoopBody { insert("continue", slot, 0.7, scope, &list) }
            insert("break", slot, 0.7, scope, &list)
        }
        guard !slot.list.isLoopBody else { return }
        let weight = repeatsItself(slot) ? 0.95 : 0.7
        for (exit, factor) in exits(at: last, scope, limit: 3) where !Self.isVerdict(exit) {
            insert(exit, slot, weight * factor, scope, &list)
        }
    }

    /// Whether what follows the branch says the same as a statement of it, as if only one of both should run.
    private func repeatsItself(_ slot: Slot) -> Bool {
        guard let owner = slot.list.enclosing(CodeBlockItemSyntax.self), let list = owner.parent,
            let outer = list.as(CodeBlockItemListSyntax.self)
        else { return false }
        let own = Set(slot.items.map(\.oneLine))
        return outer.drop { $0.id != owner.id }.dropFirst().contains { own.contains($0.oneLine) }
    }

    /// `return true` at the end of a branch answers for all that comes later, which pleases tests too easily.
    private static func isVerdict(_ exit: String) -> Bool {
        guard exit.hasPrefix("return ") else { return false }
        let value = exit.dropFirst("return ".count)
        return value == "true" || value == "false" || Double(value) != nil
    }

    private func insert(
        _ statement: String, _ slot: Slot, _ factor: Double, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard let edits = scope.insertion([statement], at: slot) else { return }
        list.edit(
            edits, factor, original: "", replacement: statement, summary: MutationList.describe("", statement)
        )
    }
}
