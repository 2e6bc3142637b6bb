import SwiftSyntax

extension InfixOperatorExprSyntax {
    /// The operator as written; `=` for an assignment.
    var symbol: String { `operator`.trimmedDescription }
    var isAssignment: Bool { symbol == "=" || InfixOperatorExprSyntax.compound.contains(symbol) }

    static let compound: Set<String> = [
        "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&+=", "&-=", "&*=",
    ]
    static let comparisons: Set<String> = ["<", "<=", ">", ">=", "==", "!=", "===", "!=="]
}

extension ExprSyntax {
    /// Without parentheses around it.
    var plain: ExprSyntax {
        guard let tuple = `as`(TupleExprSyntax.self), tuple.elements.count == 1,
            let only = tuple.elements.first,
            only.label == nil
        else { return self }
        return only.expression.plain
    }

    /// The name when the expression is nothing but one, `self` and operators left out.
    var identifier: String? {
        guard let reference = `as`(DeclReferenceExprSyntax.self), reference.argumentNames == nil else {
            return nil
        }
        switch reference.baseName.tokenKind {
        case .identifier(let name): return name
        case .dollarIdentifier(let name): return name
        default: return nil
        }
    }

    /// The value of an integer literal, a minus before it included.
    var integer: Int? {
        if let literal = `as`(IntegerLiteralExprSyntax.self) {
            return Int(literal.literal.text.filter { $0 != "_" })
        }
        guard let prefix = `as`(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" else {
            return nil
        }
        return prefix.expression.integer.map { -$0 }
    }

    var isLiteral: Bool {
        if integer != nil { return true }
        switch kind {
        case .floatLiteralExpr, .stringLiteralExpr, .booleanLiteralExpr, .nilLiteralExpr,
            .simpleStringLiteralExpr:
            return true
        default: return false
        }
    }

    /// How tightly it holds together; see ``Precedence``.
    var precedence: Int { Precedence.of(self) }

    /// `x` and 1 of `x + 1`, `x` and -2 of `x - 2`.
    var offset: (base: ExprSyntax, by: Int)? {
        guard let infix = plain.as(InfixOperatorExprSyntax.self) else { return nil }
        switch infix.symbol {
        case "+":
            if let number = infix.rightOperand.integer { return (infix.leftOperand, number) }
            if let number = infix.leftOperand.integer { return (infix.rightOperand, number) }
        case "-":
            if let number = infix.rightOperand.integer { return (infix.leftOperand, -number) }
        default: break
        }
        return nil
    }

    /// The code on one line, blanks made single.
    var text: String { oneLine }
}

extension SyntaxProtocol {
    /// The code on one line, blanks made single.
    var oneLine: String {
        trimmedDescription.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The names of the values that the code reads or writes.
    var names: Set<String> {
        Set(
            tokens(viewMode: .sourceAccurate).compactMap { token in
                switch token.tokenKind {
                case .identifier(let name), .dollarIdentifier(let name): name
                default: nil
                }
            })
    }

    /// Whether it is `other` or inside of it.
    func isInside(_ other: some SyntaxProtocol) -> Bool {
        position >= other.position && endPosition <= other.endPosition
    }
}

extension MemberAccessExprSyntax {
    var name: String { declName.baseName.text }
}

extension FunctionCallExprSyntax {
    /// `f` of `f()`, `x.f()` and `.f()`.
    var functionName: String? {
        calledExpression.as(MemberAccessExprSyntax.self)?.name ?? calledExpression.identifier
    }
    /// `x` of `x.f()`.
    var receiver: ExprSyntax? { calledExpression.as(MemberAccessExprSyntax.self)?.base }
    var isMember: Bool { calledExpression.is(MemberAccessExprSyntax.self) }
    /// The argument when there is one, and no trailing closure.
    var onlyArgument: LabeledExprSyntax? {
        arguments.count == 1 && trailingClosure == nil ? arguments.first : nil
    }
}

extension CodeBlockItemListSyntax {
    /// The statement that the block belongs to; nil for the body of a function.
    var statement: Syntax? {
        guard let owner = parent?.parent, parent?.is(CodeBlockSyntax.self) == true else { return nil }
        return FunctionContext(owner) == nil ? owner : nil
    }

    /// Whether the block runs again and again.
    var isLoopBody: Bool {
        guard let statement else { return false }
        return statement.is(ForStmtSyntax.self) || statement.is(WhileStmtSyntax.self)
            || statement.is(RepeatStmtSyntax.self)
    }
}

extension CodeBlockItemSyntax {
    /// Whether control never runs past it.
    var leaves: Bool {
        if item.is(ReturnStmtSyntax.self) || item.is(ThrowStmtSyntax.self) || item.is(BreakStmtSyntax.self)
            || item.is(ContinueStmtSyntax.self)
        {
            return true
        }
        let name = item.as(FunctionCallExprSyntax.self)?.calledExpression.identifier
        return ["fatalError", "preconditionFailure"].contains(name)
    }

    /// The names that it declares for what follows.
    var declaredNames: Set<String> {
        if let declaration = item.as(VariableDeclSyntax.self) {
            return Set(declaration.bindings.flatMap { $0.pattern.boundNames })
        }
        if let function = item.as(FunctionDeclSyntax.self) { return [function.name.text] }
        guard let statement = item.as(GuardStmtSyntax.self) else { return [] }
        return Set(
            statement.conditions.flatMap { element -> [String] in
                switch element.condition {
                case .optionalBinding(let binding): binding.pattern.boundNames
                case .matchingPattern(let match): match.pattern.boundNames
                default: []
                }
            })
    }

    /// The expression when the item is one, an `if` or `switch` used as a statement left out.
    var expression: ExprSyntax? {
        guard let expression = item.as(ExprSyntax.self), !expression.is(IfExprSyntax.self),
            !expression.is(SwitchExprSyntax.self)
        else { return nil }
        return expression
    }
}

extension PatternSyntax {
    var boundNames: [String] { descendants(IdentifierPatternSyntax.self).map(\.identifier.text) }
}
