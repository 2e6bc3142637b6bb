import SwiftSyntax

/// What an expression is for, parentheses, `try` and `await` around it left out.
enum Role {
    case callee
    /// What a member or an element is taken of.
    case base
    /// Written to.
    case target
    case index(SubscriptCallExprSyntax)
    case argument(FunctionCallExprSyntax)
    case operand(InfixOperatorExprSyntax)
    case returned
    /// Right of an assignment.
    case assigned
    /// Of a variable.
    case initial
    case condition
    /// Of a loop.
    case sequence
    /// Of a ternary, or an element of a literal.
    case part
    case other

    init(of expression: ExprSyntax, in scope: MutationScope) {
        self = .other
        guard let parent = expression.parent else { return }
        if let call = parent.as(FunctionCallExprSyntax.self) {
            if call.calledExpression.id == expression.id { self = .callee }
        } else if let access = parent.as(MemberAccessExprSyntax.self) {
            self = access.base?.id == expression.id ? .base : .callee
        } else if parent.is(SubscriptCallExprSyntax.self) || parent.is(ForceUnwrapExprSyntax.self)
            || parent.is(OptionalChainingExprSyntax.self)
        {
            self = .base
        } else if parent.is(TryExprSyntax.self) || parent.is(AwaitExprSyntax.self) {
            self = Role(of: ExprSyntax(parent) ?? expression, in: scope)
        } else if parent.is(LabeledExprSyntax.self), let owner = parent.parent?.parent {
            if let call = owner.as(FunctionCallExprSyntax.self) {
                self = .argument(call)
            } else if let access = owner.as(SubscriptCallExprSyntax.self) {
                self = .index(access)
            } else if let tuple = owner.as(TupleExprSyntax.self) {
                self = tuple.elements.count == 1 ? Role(of: ExprSyntax(tuple), in: scope) : .part
            }
        } else if let infix = parent.as(InfixOperatorExprSyntax.self) {
            if infix.isAssignment {
                self = infix.leftOperand.id == expression.id ? .target : .assigned
            } else if infix.operator.id != expression.id {
                self = .operand(infix)
            }
        } else if parent.is(InitializerClauseSyntax.self) {
            self = parent.parent?.is(PatternBindingSyntax.self) == true ? .initial : .other
        } else if parent.is(ReturnStmtSyntax.self) {
            self = .returned
        } else if parent.is(ConditionElementSyntax.self) || parent.is(RepeatStmtSyntax.self)
            || parent.is(WhereClauseSyntax.self)
        {
            self = .condition
        } else if let loop = parent.as(ForStmtSyntax.self) {
            self = loop.sequence.id == expression.id ? .sequence : .other
        } else if let ternary = parent.as(TernaryExprSyntax.self) {
            self = ternary.condition.id == expression.id ? .condition : .part
        } else if parent.is(ArrayElementSyntax.self) || parent.is(DictionaryElementSyntax.self) {
            self = .part
        } else if parent.is(CodeBlockItemSyntax.self),
            let list = parent.parent?.as(CodeBlockItemListSyntax.self),
            scope.returnsImplicitly(list)
        {
            self = .returned
        }
    }

    var isTarget: Bool { if case .target = self { true } else { false } }
    var isReturned: Bool { if case .returned = self { true } else { false } }
    var isCondition: Bool { if case .condition = self { true } else { false } }
    /// A value handed on as it is: given, assigned, returned or stored.
    var isWhole: Bool {
        switch self {
        case .argument, .returned, .assigned, .initial: true
        default: false
        }
    }
}

extension MutationScope {
    func role(of expression: ExprSyntax) -> Role { Role(of: expression, in: self) }

    /// What is returned, with the statement or the implicit return, in source order.
    var returned: [ExprSyntax] {
        expressions.filter { role(of: $0).isReturned && !($0.parent?.is(TupleExprSyntax.self) ?? false) }
    }

    /// The conditions of statements and ternaries that are plain expressions.
    var conditions: [ExprSyntax] {
        expressions.filter { expression in
            guard let parent = expression.parent else { return false }
            return parent.is(ConditionElementSyntax.self) || parent.is(RepeatStmtSyntax.self)
                || parent.is(WhereClauseSyntax.self)
                || parent.as(TernaryExprSyntax.self)?.condition.id == expression.id
        }
    }

    /// Whether the function calls itself there.
    func isRecursive(_ call: FunctionCallExprSyntax) -> Bool {
        guard let name = call.functionName else { return false }
        var node = call.parent
        while let current = node {
            if let function = current.as(FunctionDeclSyntax.self), function.name.text == name { return true }
            node = current.parent
        }
        return false
    }

    /// What a function in scope takes where an argument stands.
    func parameterType(of argument: ExprSyntax, in call: FunctionCallExprSyntax) -> String? {
        guard let name = call.functionName, !call.isMember,
            let parameters = reader.function(named: name, call, at: call.position.utf8Offset)?.parameters,
            let element = argument.parent?.as(LabeledExprSyntax.self),
            let position = Array(call.arguments).firstIndex(of: element), position < parameters.count,
            parameters.count == call.arguments.count
        else { return nil }
        return parameters[position].type
    }

    /// The loop around a place, inside of its function.
    func loop(around node: some SyntaxProtocol) -> Syntax? {
        var current = node.parent
        while let candidate = current {
            if candidate.is(ForStmtSyntax.self) || candidate.is(WhileStmtSyntax.self)
                || candidate.is(RepeatStmtSyntax.self)
            {
                return candidate
            }
            if FunctionContext(candidate) != nil { return nil }
            current = candidate.parent
        }
        return nil
    }
}
