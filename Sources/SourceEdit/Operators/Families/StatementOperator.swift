import SwiftSyntax

/// Deletes, moves and repeats statements.
struct StatementOperator: MutationOperator {
    let id = "statements"
    let summary = "deletes a statement, moves it past a neighbour or a block's end, or repeats it elsewhere"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.5)
        for block in scope.blocks {
            let items = Array(block)
            var leaving: CodeBlockItemSyntax?
            for (position, item) in items.enumerated() {
                delete(item, in: block, scope, &list)
                guard scope.purpose == .repair else { continue }
                if position + 1 < items.count { exchange(item, items[position + 1], scope, &list) }
                for distance in 2...3 where position + distance < items.count {
                    moveUp(
                        items[position + distance], past: Array(items[position..<position + distance]), scope,
                        &list)
                }
                if let leaving { deferLast(item, before: leaving, scope, &list) }
                if item.mayLeave { leaving = item }
                if position == items.count - 1 { moveOut(item, of: block, scope, &list) }
                if position + 1 < items.count { moveIn(items[position + 1], after: item, scope, &list) }
            }
        }
        if scope.purpose == .repair {
            copies(scope, &list)
            twins(scope, &list)
            twinCalls(scope, &list)
        }
        return list.found
    }

    /// Whether the statement does something besides declaring or yielding a value.
    func hasEffect(_ item: CodeBlockItemSyntax) -> Bool {
        if let infix = item.item.as(InfixOperatorExprSyntax.self) { return infix.isAssignment }
        var expression = item.expression
        while let inner = expression?.as(TryExprSyntax.self)?.expression
            ?? expression?.as(AwaitExprSyntax.self)?.expression
        {
            expression = inner
        }
        return expression?.is(FunctionCallExprSyntax.self) ?? false
    }

    private func delete(
        _ item: CodeBlockItemSyntax, in block: CodeBlockItemListSyntax, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        let effect = hasEffect(item) && !scope.returnsImplicitly(block)
        let isBranch = item.item.as(ExpressionStmtSyntax.self)?.expression.is(IfExprSyntax.self) ?? false
        let isJump = item.item.is(BreakStmtSyntax.self) || item.item.is(ContinueStmtSyntax.self)
        if scope.purpose == .testing {
            guard effect, !initialises(item, scope), !givesFirstValue(item, scope) else { return }
        } else {
            guard
                effect || isJump || isBranch || item.item.is(ForStmtSyntax.self)
                    || item.item.is(WhileStmtSyntax.self)
                    || item.item.is(DeferStmtSyntax.self)
                    || item.item.as(ReturnStmtSyntax.self).map({ $0.expression == nil }) ?? false
            else { return }
        }
        if let call = item.expression?.as(FunctionCallExprSyntax.self), PlaceWalk.isQuiet(call) { return }
        if scope.setsOnce(item) { return }
        guard scope.allows(item.spliceRange.lowerBound) else { return }
        var edit = scope.deletion(of: item)
        // A case has to hold something.
        if scope.purpose == .testing, block.count == 1, block.parent?.is(SwitchCaseSyntax.self) == true {
            edit = TextEdit(item.spliceRange, "break")
        }
        list.edit(
            [edit], isBranch || !effect ? 0.15 : 0.2, original: item.trimmedDescription, replacement: "",
            removes: true)
    }

    /// A property set in an initialiser has to be set, and another initialiser to be called.
    private func initialises(_ item: CodeBlockItemSyntax, _ scope: MutationScope) -> Bool {
        var expression = item.expression
        while let inner = expression?.as(TryExprSyntax.self)?.expression
            ?? expression?.as(AwaitExprSyntax.self)?.expression
        {
            expression = inner
        }
        let call = expression?.as(FunctionCallExprSyntax.self)
        if call?.receiver?.trimmedDescription == "super" { return true }
        if call?.receiver?.trimmedDescription == "self", call?.functionName == "init" { return true }
        return scope.function.node.is(InitializerDeclSyntax.self)
            && item.item.is(InfixOperatorExprSyntax.self)
    }

    /// Whether it assigns to a variable that is declared without a value: what follows would not compile without it.
    private func givesFirstValue(_ item: CodeBlockItemSyntax, _ scope: MutationScope) -> Bool {
        guard let infix = item.item.as(InfixOperatorExprSyntax.self), infix.symbol == "=" else {
            return false
        }
        let targets =
            infix.leftOperand.as(TupleExprSyntax.self)?.elements.map(\.expression) ?? [infix.leftOperand]
        let names = Set(targets.compactMap(\.identifier))
        if names.isEmpty { return false }
        return scope.function.body.descendants(PatternBindingSyntax.self).contains { binding in
            guard binding.initializer == nil, binding.accessorBlock == nil, let type = binding.typeAnnotation,
                !TypeText.isOptional(TypeText.normal(type.type.trimmedDescription) ?? "")
            else { return false }
            return names.contains(binding.pattern.trimmedDescription)
        }
    }

    private func exchange(
        _ first: CodeBlockItemSyntax, _ second: CodeBlockItemSyntax, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        let declared = first.declaredNames
        guard declared.isDisjoint(with: second.names), !first.leaves, !second.leaves,
            !(first.item.is(VariableDeclSyntax.self) && second.item.is(VariableDeclSyntax.self)),
            !first.item.is(FunctionDeclSyntax.self), !second.item.is(FunctionDeclSyntax.self)
        else { return }
        list.swap(
            first, second, comesTooLate(second, after: [first]) ? 1.4 : 0.9,
            summary:
                "\(MutationList.quote(first.trimmedDescription)) moves behind \(MutationList.quote(second.trimmedDescription))"
        )
    }

    /// A statement, to before the ones before it; nothing that it uses may be declared by them.
    private func moveUp(
        _ item: CodeBlockItemSyntax, past others: [CodeBlockItemSyntax], _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard let first = others.first, canMove(item), let text = scope.lines(of: item),
            others.allSatisfy({ $0.declaredNames.isDisjoint(with: item.names) }),
            scope.source.startsLine(first.spliceRange.lowerBound),
            scope.source.startsLine(item.spliceRange.lowerBound)
        else { return }
        let line = scope.source.lineEnd + scope.source.indentation(at: first.spliceRange.lowerBound)
        list.edit(
            [
                .insert(text.joined(separator: line) + line, at: first.spliceRange.lowerBound),
                scope.deletion(of: item),
            ], comesTooLate(item, after: others) ? 1.2 : 0.7, original: item.trimmedDescription,
            replacement: item.trimmedDescription,
            summary:
                "\(MutationList.quote(item.trimmedDescription)) moves before \(MutationList.quote(first.trimmedDescription))"
        )
    }

    /// Whether something is written before a guard has its say.
    private func comesTooLate(_ item: CodeBlockItemSyntax, after others: [CodeBlockItemSyntax]) -> Bool {
        item.item.is(GuardStmtSyntax.self) && others.contains(where: hasEffect)
    }

    func canMove(_ item: CodeBlockItemSyntax) -> Bool {
        !item.leaves && !item.item.is(FunctionDeclSyntax.self) && !item.item.is(DeferStmtSyntax.self)
    }

    /// The last statement of a nested block, to behind that block.
    private func moveOut(
        _ item: CodeBlockItemSyntax, of block: CodeBlockItemListSyntax, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard let statement = block.statement, let text = scope.lines(of: item), canMove(item),
            !scope.setsOnce(item),
            item.item.is(VariableDeclSyntax.self) == false, let owner = statement.enclosingItem,
            let outer = owner.parent?.as(CodeBlockItemListSyntax.self),
            scope.source.startsLine(item.spliceRange.lowerBound)
        else { return }
        let items = Array(outer)
        guard let position = items.firstIndex(of: owner) else { return }
        let end = owner.spliceRange.upperBound
        let indentation = scope.source.indentation(at: owner.spliceRange.lowerBound)
        let line = scope.source.lineEnd + indentation
        let here = text.joined(separator: line)
        guard scope.resolves(item, at: owner.spliceRange.lowerBound) else { return }
        if let place = scope.source.lineEnd(after: end) {
            list.edit(
                [scope.deletion(of: item), .insert(line + here, at: place)], 0.7,
                original: item.trimmedDescription,
                replacement: item.trimmedDescription,
                summary: "\(MutationList.quote(item.trimmedDescription)) moves behind its block")
        }
        guard position == 0 || !statement.is(ForStmtSyntax.self) || !item.names.isEmpty else { return }
        let start = owner.spliceRange.lowerBound
        guard scope.source.startsLine(start), block.count > 1 else { return }
        list.edit(
            [.insert(here + line, at: start), scope.deletion(of: item)], 0.4,
            original: item.trimmedDescription,
            replacement: item.trimmedDescription,
            summary: "\(MutationList.quote(item.trimmedDescription)) moves before its block")
    }

    /// The statement behind a block, to its end.
    private func moveIn(
        _ item: CodeBlockItemSyntax, after owner: CodeBlockItemSyntax, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard canMove(item), !item.item.is(VariableDeclSyntax.self), !scope.setsOnce(item),
            let text = scope.lines(of: item),
            let block = owner.lastBlock, let last = block.statements.last, !last.leaves,
            scope.source.startsLine(last.spliceRange.lowerBound),
            scope.source.startsLine(item.spliceRange.lowerBound),
            !owner.item.is(FunctionDeclSyntax.self),
            let place = scope.source.lineEnd(after: last.spliceRange.upperBound)
        else { return }
        let line = scope.source.lineEnd + scope.source.indentation(at: last.spliceRange.lowerBound)
        list.edit(
            [.insert(line + text.joined(separator: line), at: place), scope.deletion(of: item)], 0.6,
            original: item.trimmedDescription, replacement: item.trimmedDescription,
            summary: "\(MutationList.quote(item.trimmedDescription)) moves into the block before it")
    }

    /// `out.encode(y)` behind `out.encode(x)`: a statement once more, for a value like the one it is about that its block
    /// says nothing of.
    private func twins(_ scope: MutationScope, _ list: inout MutationList) {
        var count = 0
        for slot in scope.slots {
            guard let item = slot.previous, hasEffect(item), canMove(item), !scope.setsOnce(item),
                !item.trimmedDescription.contains("\n")
            else { continue }
            let visible = scope.values(after: item)
            let mentioned = slot.list.names
            let own = Dictionary(visible.map { ($0.name, $0) }) { first, _ in first }
            let start = item.spliceRange.lowerBound
            let references = Dictionary(grouping: item.descendants(DeclReferenceExprSyntax.self)) {
                Syntax($0).parent?.as(MemberAccessExprSyntax.self)?.declName.id == $0.id
                    ? "" : $0.baseName.text
            }
            for (name, places) in references.sorted(by: { $0.key < $1.key }) {
                guard let value = own[name], let type = value.type else { continue }
                let others = visible.filter {
                    $0.type == type && $0.origin == value.origin && $0.isStatic == value.isStatic
                        && ($0.isMutable || !value.isMutable) && !mentioned.contains($0.name)
                }
                let ordered =
                    others.filter { Siblings.are(name, $0.name) }
                    + others.filter { !Siblings.are(name, $0.name) }
                for other in ordered.prefix(2) where count < 24 {
                    let text = places.map {
                        let range = $0.baseName.spliceRange
                        return TextEdit(range.lowerBound - start..<range.upperBound - start, other.name)
                    }
                    .applied(to: item.trimmedDescription)
                    guard let text, let edits = scope.insertion([text], at: slot) else { continue }
                    count += 1
                    list.edit(
                        edits, Siblings.are(name, other.name) ? 0.8 : 0.6, original: "", replacement: text,
                        summary: "\(MutationList.quote(text)) follows its twin")
                }
            }
        }
    }

    /// `siftDown(from: i)` and `siftUp(from: i)`: of two functions that take the same and give nothing, one is easily
    /// forgotten next to the other.
    private func twinCalls(_ scope: MutationScope, _ list: inout MutationList) {
        var count = 0
        for slot in scope.slots {
            guard let item = slot.previous, let call = item.expression?.as(FunctionCallExprSyntax.self),
                let name = call.functionName, !item.trimmedDescription.contains("\n"), !call.arguments.isEmpty
            else { continue }
            let functions =
                call.receiver.map { scope.ingredients.functions(of: TypeText.unwrapped(scope.type(of: $0))) }
                ?? scope.callables(at: item)
            guard let own = functions.first(where: { $0.name == name }), own.type == "Void" else { continue }
            let others = functions.filter { other in
                other.name != name && other.type == "Void" && other.isStatic == own.isStatic
                    && other.parameters?.map(\.label) == own.parameters?.map(\.label)
                    && other.parameters?.map(\.type) == own.parameters?.map(\.type)
                    && !slot.list.names.contains(other.name)
                    && !scope.function.name.contains(".\(other.name)(")
            }
            let callee =
                call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName
                ?? call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName
            guard let place = callee?.spliceRange else { continue }
            let start = item.spliceRange.lowerBound
            for other in others.prefix(2) where count < 12 {
                let edit = TextEdit(place.lowerBound - start..<place.upperBound - start, other.name)
                guard let text = [edit].applied(to: item.trimmedDescription),
                    let edits = scope.insertion([text], at: slot)
                else { continue }
                count += 1
                list.edit(
                    edits, Siblings.are(name, other.name) ? 1.4 : 1.1, original: "", replacement: text,
                    summary: "\(MutationList.quote(text)) follows its twin")
            }
        }
    }

    /// A simple statement once more, at the ends of the other blocks.
    private func copies(_ scope: MutationScope, _ list: inout MutationList) {
        let sources = scope.allPlaces(CodeBlockItemSyntax.self).filter {
            hasEffect($0) && canMove($0) && !scope.setsOnce($0) && !$0.trimmedDescription.contains("\n")
        }
        var count = 0
        var seen: Set<String> = []
        for item in sources where seen.insert(item.oneLine).inserted {
            if let block = item.parent?.as(CodeBlockItemListSyntax.self), scope.returnsImplicitly(block) {
                continue
            }
            for slot in scope.slots where slot.index == slot.items.count || slot.next?.leaves == true {
                guard count < 150, slot.previous?.oneLine != item.oneLine,
                    let anchor = slot.next ?? slot.previous
                else { continue }
                let visible = slot.next == nil ? scope.values(after: anchor) : scope.values(at: anchor)
                let known = Set(visible.map(\.name))
                let needed = item.names.filter { name in
                    scope.reader.names.contains { $0.ingredient.name == name }
                }
                guard needed.isSubset(of: known),
                    let edits = scope.insertion([item.trimmedDescription], at: slot)
                else { continue }
                count += 1
                list.edit(
                    edits, 0.9, original: "", replacement: item.trimmedDescription,
                    summary: "\(MutationList.quote(item.trimmedDescription)) is repeated")
            }
        }
    }
}

extension CodeBlockItemSyntax {
    /// The block at the end of a loop or branch.
    fileprivate var lastBlock: CodeBlockSyntax? {
        if let loop = item.as(ForStmtSyntax.self) { return loop.body }
        if let loop = item.as(WhileStmtSyntax.self) { return loop.body }
        if let loop = item.as(RepeatStmtSyntax.self) { return loop.body }
        guard let branch = item.as(ExpressionStmtSyntax.self)?.expression.as(IfExprSyntax.self) else {
            return nil
        }
        return branch.elseBody == nil ? branch.body : nil
    }
}

extension SyntaxProtocol {
    /// The statement of a block that the node is, or lies in.
    var enclosingItem: CodeBlockItemSyntax? {
        Syntax(self).as(CodeBlockItemSyntax.self) ?? enclosing(CodeBlockItemSyntax.self)
    }
}
