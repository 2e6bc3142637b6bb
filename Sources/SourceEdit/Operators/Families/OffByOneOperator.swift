import SwiftSyntax

/// Adds one to, or takes one from, what counts and indexes.
struct OffByOneOperator: MutationOperator {
    let id = "off_by_one"
    let summary = "adds or takes away one in an index, a bound, an argument, a comparison or a result"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 1)
        for expression in scope.expressions {
            guard let (factor, steps) = steps(for: expression, scope) else { continue }
            for step in steps { shift(expression, by: step, factor, &list) }
        }
        for infix in scope.all(InfixOperatorExprSyntax.self) {
            if let (base, by) = ExprSyntax(infix).offset, abs(by) == 1 {
                list.reduce(ExprSyntax(infix), to: base, 0.9)
            }
        }
        return list.found
    }

    /// How likely a step is and which ones say something new; nil where the expression does not count anything.
    private func steps(for expression: ExprSyntax, _ scope: MutationScope) -> (Double, [Int])? {
        guard !expression.isLiteral, !expression.is(TupleExprSyntax.self),
            expression.offset.map({ abs($0.by) != 1 }) ?? true,
            expression.precedence >= Precedence.addition, !expression.is(ClosureExprSyntax.self)
        else { return nil }
        if expression.is(PostfixOperatorExprSyntax.self) { return nil }
        let type = scope.type(of: expression)
        let isInteger = TypeText.isInteger(type)
        if isInteger, expression.parent?.is(PostfixOperatorExprSyntax.self) == true || expression.isUpperBound
        {
            return (0.9, [1, -1])
        }
        switch scope.role(of: expression) {
        case .index(let access):
            let base = scope.type(of: access.calledExpression)
            guard isInteger || type == nil, !TypeText.isDictionary(base),
                expression.parent?.as(LabeledExprSyntax.self)?.label == nil
            else { return nil }
            // Who writes a sum has thought about where it points.
            return (expression.is(InfixOperatorExprSyntax.self) ? 0.7 : isInteger ? 1 : 0.6, [-1, 1])
        case .operand(let infix):
            return operand(expression, infix, isInteger, scope)
        case .argument(let call):
            let expected = scope.parameterType(of: expression, in: call)
            guard isInteger || type == nil && TypeText.isInteger(expected) else { return nil }
            guard expected.map(TypeText.isInteger) ?? true,
                !["String", "print", "Double", "Float"].contains(call.functionName)
            else { return nil }
            return (scope.isRecursive(call) ? 1 : 0.8, [-1, 1])
        case .returned:
            guard TypeText.isInteger(scope.returnType(at: expression)) else { return nil }
            return (0.8, [1, -1])
        case .assigned:
            guard isInteger,
                expression.parent?.as(InfixOperatorExprSyntax.self)?.symbol == "=" || !expression.isLiteral
            else { return nil }
            return (0.7, [1, -1])
        case .initial:
            return isInteger ? (0.6, [-1, 1]) : nil
        case .part:
            guard isInteger,
                expression.parent?.is(TernaryExprSyntax.self) == true || expression.isAssignedPart
            else { return nil }
            return (0.6, [1, -1])
        default: return nil
        }
    }

    /// A bound moved the way that another operator would not move it: `a < b + 1` is `a <= b`.
    private func operand(
        _ expression: ExprSyntax, _ infix: InfixOperatorExprSyntax, _ isInteger: Bool, _ scope: MutationScope
    ) -> (Double, [Int])? {
        let isRight = infix.rightOperand.id == expression.id
        let other = isRight ? infix.leftOperand : infix.rightOperand
        guard isInteger else { return nil }
        switch infix.symbol {
        case "..<": return (0.9, isRight ? [-1, 1] : [1, -1])
        case "...": return (0.9, isRight ? [-1, 1] : [1, -1])
        case "<", ">=": return isRight && other.integer == nil ? (0.9, [-1]) : nil
        case "<=", ">": return isRight && other.integer == nil ? (0.9, [1]) : nil
        case "==", "!=": return isRight && other.integer == nil ? (0.8, [-1, 1]) : nil
        case "*", "/", "%", "-", "+":
            guard
                expression.as(MemberAccessExprSyntax.self)?.name == "count"
                    || infix.symbol == "*" && expression.identifier != nil
            else { return nil }
            // The sum as a whole is shifted where it is used.
            return infix.symbol == "+" || infix.symbol == "-" ? nil : (0.5, [-1, 1])
        default: return nil
        }
    }

    private func shift(_ expression: ExprSyntax, by step: Int, _ factor: Double, _ list: inout MutationList) {
        let operand = Precedence.operand(expression, of: "+")
        let symbol = step > 0 ? "+" : "-"
        list.replace(
            expression, with: "\(operand) \(symbol) \(abs(step))", precedence: Precedence.addition, factor)
    }
}

extension ExprSyntax {
    /// Whether it is a part of a tuple that is assigned to others: `(low, high) = (middle, high)`.
    fileprivate var isAssignedPart: Bool {
        guard let tuple = parent?.parent?.parent?.as(TupleExprSyntax.self),
            let infix = tuple.parent?.as(InfixOperatorExprSyntax.self)
        else { return false }
        return infix.symbol == "=" && infix.rightOperand.id == ExprSyntax(tuple).id
    }

    /// Whether it ends a range that has no start.
    fileprivate var isUpperBound: Bool {
        parent?.as(PrefixOperatorExprSyntax.self)?.operator.text.hasPrefix("..") ?? false
    }
}
