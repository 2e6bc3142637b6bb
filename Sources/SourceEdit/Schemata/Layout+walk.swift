import SwiftSyntax

extension Layout {
    @discardableResult
    mutating func add(
        _ list: CodeBlockItemListSyntax, _ interior: Range<Int>, _ role: Role, _ scope: Scope
    ) -> Int {
        let items = list.map {
            Item(
                node: $0, range: $0.item.spliceRange,
                end: $0.semicolon?.endPositionBeforeTrailingTrivia.utf8Offset
                    ?? $0.item.endPositionBeforeTrailingTrivia.utf8Offset,
                declares: Self.declares($0))
        }
        let sole = items.count == 1 ? items.first?.node : nil
        let expression = sole.flatMap(Self.expression)
        let isConditional =
            expression.map { $0.is(IfExprSyntax.self) || $0.is(SwitchExprSyntax.self) } ?? false
        let isValue =
            expression.map {
                isConditional ? Self.holdsValues($0, strictly: role == .closure) : true
            } ?? false
        let returnsItem = scope.returns && isValue && (role == .body || role == .conditional)
        let yieldsItem = isValue && (role == .closure || role == .value)
        let index = blocks.count
        blocks.append(
            Block(
                parent: scope.block, parentItem: scope.item, role: role, interior: interior, items: items,
                callable: scope.callable, site: scope.site, isSoft: scope.isSoft, returnsItem: returnsItem,
                yieldsItem: yieldsItem,
                looksBuilt: role == .closure && Self.looksBuilt(items)))
        var inner = scope
        inner.block = index
        inner.site = -1
        inner.isValue = isConditional && (returnsItem || yieldsItem)
        inner.returns = scope.returns && items.count == 1
        for (position, item) in items.enumerated() {
            inner.item = position
            walk(Syntax(item.node.item), inner)
        }
        return index
    }

    mutating func walk(_ node: Syntax, _ scope: Scope) {
        var plain = scope
        plain.isValue = false
        plain.returns = false
        switch node.kind {
        case .macroExpansionExpr, .macroExpansionDecl, .stringLiteralExpr, .attributeList, .regexLiteralExpr,
            .functionParameterClause, .token:
            return
        case .functionDecl, .initializerDecl, .deinitializerDecl, .accessorDecl:
            guard let callable = Callable(node, actors: actors), let body = callable.codeBlock else {
                return descend(node, plain)
            }
            enter(callable, body.statements, Self.interior(body), plain)
        case .accessorBlock:
            guard let block = node.as(AccessorBlockSyntax.self),
                let statements = block.accessors.as(CodeBlockItemListSyntax.self),
                let callable = Callable(node, actors: actors)
            else { return descend(node, plain) }
            enter(callable, statements, Self.interior(block.leftBrace, block.rightBrace), plain)
        case .variableDecl:
            walkVariable(node, plain)
        case .closureExpr:
            guard let closure = node.as(ClosureExprSyntax.self) else { return }
            let first =
                closure.signature?.inKeyword.endPositionBeforeTrailingTrivia
                ?? closure.leftBrace.endPositionBeforeTrailingTrivia
            let interior =
                first.utf8Offset..<closure.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset
            if scope.site >= 0, let callable = Callable(node, actors: actors) {
                return enter(callable, closure.statements, interior, plain)
            }
            plain.isSoft = true
            add(closure.statements, interior, .closure, plain)
        case .codeBlock:
            guard let block = node.as(CodeBlockSyntax.self) else { return }
            add(block.statements, Self.interior(block), .branch, plain)
        case .expressionStmt:
            descend(node, scope)
        case .ifExpr:
            walkIf(node, scope)
        case .switchExpr:
            guard let choice = node.as(SwitchExprSyntax.self) else { return }
            walk(Syntax(choice.subject), plain)
            walkCases(choice.cases, asValue: isValue(node, scope), plain)
        case .ifConfigDecl:
            walkConditional(node, scope)
        default:
            descend(node, plain)
        }
    }

    mutating func descend(_ node: Syntax, _ scope: Scope) {
        for child in node.children(viewMode: .sourceAccurate) { walk(child, scope) }
    }

    mutating func enter(
        _ callable: Callable, _ statements: CodeBlockItemListSyntax, _ interior: Range<Int>, _ scope: Scope
    ) {
        var inner = scope
        callables.append(callable)
        inner.callable = callables.count - 1
        inner.isSoft = false
        inner.site = -1
        inner.returns = callable.returns(statements)
        let block = add(statements, interior, .body, inner)
        callables[inner.callable].block = block
    }

    mutating func walkVariable(_ node: Syntax, _ scope: Scope) {
        guard let variable = node.as(VariableDeclSyntax.self) else { return }
        let role = blocks[scope.block].role
        let isMember = variable.parent?.is(MemberBlockItemSyntax.self) ?? false
        let isProperty = isMember || (role == .declarations && scope.site < 0)
        for binding in variable.bindings {
            var inner = scope
            if let value = binding.initializer?.value {
                if isProperty, !Callable.isFrozen(variable) {
                    sites.append(Site(range: value.spliceRange, block: scope.block))
                    inner.site = sites.count - 1
                    inner.callable = -1
                }
                walk(Syntax(value), inner)
            }
            if let accessors = binding.accessorBlock { walk(Syntax(accessors), scope) }
        }
    }

    mutating func walkIf(_ node: Syntax, _ scope: Scope) {
        guard let choice = node.as(IfExprSyntax.self) else { return }
        var plain = scope
        plain.isValue = false
        plain.returns = false
        let asValue = isValue(node, scope)
        walk(Syntax(choice.conditions), plain)
        var branch = plain
        branch.isSoft = plain.isSoft || asValue
        add(choice.body.statements, Self.interior(choice.body), asValue ? .value : .branch, branch)
        switch choice.elseBody {
        case .codeBlock(let block):
            add(block.statements, Self.interior(block), asValue ? .value : .branch, branch)
        case .ifExpr(let next):
            var inner = plain
            inner.isValue = asValue
            walkIf(Syntax(next), inner)
        case nil:
            break
        }
    }

    mutating func walkCases(_ cases: SwitchCaseListSyntax, asValue: Bool, _ scope: Scope) {
        for element in cases {
            switch element {
            case .switchCase(let branch):
                walk(Syntax(branch.label), scope)
                var inner = scope
                inner.isSoft = scope.isSoft || asValue
                let start = branch.label.endPositionBeforeTrailingTrivia.utf8Offset
                let end = max(start, branch.statements.endPosition.utf8Offset)
                add(branch.statements, start..<end, asValue ? .value : .branch, inner)
            case .ifConfigDecl(let config):
                for clause in config.clauses {
                    if case .switchCases(let nested) = clause.elements {
                        walkCases(nested, asValue: asValue, scope)
                    }
                }
            }
        }
    }

    mutating func walkConditional(_ node: Syntax, _ scope: Scope) {
        guard let config = node.as(IfConfigDeclSyntax.self) else { return }
        for clause in config.clauses {
            guard case .statements(let statements) = clause.elements else {
                if let elements = clause.elements { descend(Syntax(elements), scope) }
                continue
            }
            guard ![Role.script, .declarations].contains(blocks[scope.block].role) else {
                descend(Syntax(statements), scope)
                continue
            }
            let interior = statements.position.utf8Offset..<statements.endPosition.utf8Offset
            add(statements, interior, .conditional, scope)
        }
    }

    func isValue(_ node: Syntax, _ scope: Scope) -> Bool {
        if scope.isValue { return true }
        guard let parent = node.parent else { return false }
        // An `else if` is what the `if` before it is.
        if parent.is(IfExprSyntax.self) { return false }
        return !parent.is(ExpressionStmtSyntax.self) && !parent.is(CodeBlockItemSyntax.self)
    }
}
