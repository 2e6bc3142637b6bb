import SwiftSyntax

/// What items are, as far as their shape tells.
extension Layout {
    static func interior(_ block: CodeBlockSyntax) -> Range<Int> {
        interior(block.leftBrace, block.rightBrace)
    }

    static func interior(_ left: TokenSyntax, _ right: TokenSyntax) -> Range<Int> {
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

    static func declares(_ statement: StmtSyntax) -> Bool {
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
    static func holdsValues(_ expression: ExprSyntax, strictly: Bool) -> Bool {
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
    static func looksBuilt(_ items: [Item]) -> Bool {
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
