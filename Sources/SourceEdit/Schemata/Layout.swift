import SwiftSyntax

/// The statement lists of one file, how they nest, and the callables that own them: what a ``Schema`` places its
/// units by.
///
/// What macros are given is one piece with the statement around it: a macro may do with its arguments what it likes.
struct Layout {
    struct Item {
        let node: CodeBlockItemSyntax
        /// Without the semicolon.
        let range: Range<Int>
        /// With the semicolon.
        let end: Int
        /// What it declares or defers reaches to the end of its list.
        let declares: Bool
    }

    enum Role {
        /// Everything in a callable's braces.
        case body
        case closure
        /// The braces of a statement, or what follows a `case`.
        case branch
        /// A branch of an `if` or `switch` that is an expression.
        case value
        /// A clause of `#if`.
        case conditional
        /// Statements at file level, in a file that has such.
        case script
        /// A file of declarations.
        case declarations
    }

    struct Block {
        /// -1 for the file.
        let parent: Int
        let parentItem: Int
        let role: Role
        let interior: Range<Int>
        let items: [Item]
        /// -1 outside of callables.
        let callable: Int
        /// The property whose initial value holds this closure; -1 for none.
        let site: Int
        /// Inside of a closure or of an expression's branch: the compiler judges it together with what is around
        /// it, and reports one of its errors at a time.
        let isSoft: Bool
        /// The only item is what the callable returns, without saying so.
        let returnsItem: Bool
        /// A closure's or branch's only item is its value.
        let yieldsItem: Bool
        /// Looks like what a result builder takes.
        let looksBuilt: Bool
    }

    /// The initial value of a stored property.
    struct Site {
        let range: Range<Int>
        let block: Int
    }

    let bytes: [UInt8]
    private(set) var blocks: [Block] = []
    private(set) var callables: [Callable] = []
    private(set) var sites: [Site] = []
    private let actors: Set<String>

    private struct Scope {
        var block: Int
        var item: Int
        var callable: Int
        var site: Int
        var isSoft: Bool
        /// An `if` or `switch` right here is a value.
        var isValue: Bool
        /// A list of one expression right here is what the callable returns.
        var returns: Bool
    }

    init(_ file: SourceFile) {
        bytes = Array(file.text.utf8)
        actors = Callable.actors(file)
        let name = file.path.split(separator: "/").last ?? ""
        let isScript =
            name == "main.swift"
            || file.tree.statements.contains {
                if case .decl = $0.item { false } else { !$0.item.is(MacroExpansionExprSyntax.self) }
            }
        add(
            file.tree.statements, 0..<bytes.count, isScript ? .script : .declarations,
            Scope(block: -1, item: 0, callable: -1, site: -1, isSoft: false, isValue: false, returns: false))
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The innermost list whose inside holds a stretch of the file.
    func innermost(_ range: Range<Int>) -> Int {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].interior.lowerBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var found = max(low - 1, 0)
        while blocks[found].parent >= 0, blocks[found].interior.upperBound < range.upperBound {
            found = blocks[found].parent
        }
        return found
    }

    /// The property right inside of `block` whose initial value holds a stretch of the file.
    func site(_ range: Range<Int>, in block: Int) -> Int? {
        var low = 0
        var high = sites.count
        while low < high {
            let middle = (low + high) / 2
            if sites[middle].range.lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0, sites[low - 1].block == block, sites[low - 1].range.upperBound >= range.upperBound
        else {
            return nil
        }
        return low - 1
    }

    // MARK: - The walk

    @discardableResult
    private mutating func add(
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

    private mutating func walk(_ node: Syntax, _ scope: Scope) {
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

    private mutating func descend(_ node: Syntax, _ scope: Scope) {
        for child in node.children(viewMode: .sourceAccurate) { walk(child, scope) }
    }

    private mutating func enter(
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

    private mutating func walkVariable(_ node: Syntax, _ scope: Scope) {
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

    private mutating func walkIf(_ node: Syntax, _ scope: Scope) {
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

    private mutating func walkCases(_ cases: SwitchCaseListSyntax, asValue: Bool, _ scope: Scope) {
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

    private mutating func walkConditional(_ node: Syntax, _ scope: Scope) {
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

    private func isValue(_ node: Syntax, _ scope: Scope) -> Bool {
        if scope.isValue { return true }
        guard let parent = node.parent else { return false }
        return !parent.is(ExpressionStmtSyntax.self) && !parent.is(CodeBlockItemSyntax.self)
    }

    // MARK: - What items are

    private static func interior(_ block: CodeBlockSyntax) -> Range<Int> {
        interior(block.leftBrace, block.rightBrace)
    }

    private static func interior(_ left: TokenSyntax, _ right: TokenSyntax) -> Range<Int> {
        let start = left.endPositionBeforeTrailingTrivia.utf8Offset
        return start..<max(start, right.positionAfterSkippingLeadingTrivia.utf8Offset)
    }

    /// The expression that an item is; nil for declarations and statements.
    static func expression(_ item: CodeBlockItemSyntax) -> ExprSyntax? {
        switch item.item {
        case .expr(let expression): expression
        case .stmt(let statement): statement.as(ExpressionStmtSyntax.self)?.expression
        case .decl: nil
        }
    }

    static func declares(_ item: CodeBlockItemSyntax) -> Bool {
        switch item.item {
        case .expr: false
        case .stmt(let statement): declares(statement)
        case .decl(let declaration):
            if let config = declaration.as(IfConfigDeclSyntax.self) {
                config.clauses.contains {
                    if case .statements(let list) = $0.elements {
                        list.contains(where: declares)
                    } else {
                        false
                    }
                }
            } else {
                true
            }
        }
    }

    private static func declares(_ statement: StmtSyntax) -> Bool {
        if statement.is(DeferStmtSyntax.self) { return true }
        if let labeled = statement.as(LabeledStmtSyntax.self) { return declares(labeled.statement) }
        guard let check = statement.as(GuardStmtSyntax.self) else { return false }
        return check.conditions.contains { binds($0) }
    }

    /// Whether a condition gives a name to something, or makes newer interfaces available.
    static func binds(_ element: ConditionElementSyntax) -> Bool {
        switch element.condition {
        case .expression: false
        case .matchingPattern(let pattern): !pattern.pattern.descendants(IdentifierPatternSyntax.self).isEmpty
        case .availability, .optionalBinding: true
        }
    }

    /// Whether the branches of an `if` or `switch` are values, as far as its shape tells.
    ///
    /// - Parameter strictly: every branch must be one expression.
    private static func holdsValues(_ expression: ExprSyntax, strictly: Bool) -> Bool {
        var lists: [CodeBlockItemListSyntax] = []
        if var choice = expression.as(IfExprSyntax.self) {
            while true {
                lists.append(choice.body.statements)
                guard let elseBody = choice.elseBody else { return false }
                if case .codeBlock(let block) = elseBody {
                    lists.append(block.statements)
                    break
                }
                guard case .ifExpr(let next) = elseBody else { break }
                choice = next
            }
        } else if let choice = expression.as(SwitchExprSyntax.self) {
            for element in choice.cases {
                guard case .switchCase(let branch) = element else { return false }
                lists.append(branch.statements)
            }
        }
        var values = 0
        for list in lists {
            guard list.count == 1, let item = list.first else { return false }
            if let expression = Self.expression(item) {
                let isNested = expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self)
                if isNested, !holdsValues(expression, strictly: strictly) { return false }
                values += 1
            } else if strictly || !item.item.is(ThrowStmtSyntax.self) {
                return false
            }
        }
        return values > 0
    }

    /// Unused literals, or unused values of types: several things for a result builder to collect.
    private static func looksBuilt(_ items: [Item]) -> Bool {
        guard items.count > 1 else { return false }
        return items.contains { item in
            guard case .expr(var expression) = item.node.item else { return false }
            if expression.isPlainLiteral { return true }
            while true {
                if let call = expression.as(FunctionCallExprSyntax.self) {
                    expression = call.calledExpression
                } else if let member = expression.as(MemberAccessExprSyntax.self), let base = member.base,
                    base.is(FunctionCallExprSyntax.self)
                {
                    expression = base
                } else {
                    break
                }
            }
            let name = expression.as(DeclReferenceExprSyntax.self)?.baseName.text ?? ""
            return name.first?.isUppercase ?? false
        }
    }
}

extension ExprSyntax {
    fileprivate var isPlainLiteral: Bool {
        `is`(StringLiteralExprSyntax.self) || `is`(IntegerLiteralExprSyntax.self)
            || `is`(FloatLiteralExprSyntax.self) || `is`(BooleanLiteralExprSyntax.self)
    }
}
