import SwiftSyntax

/// Puts one operand in place of a calculation.
struct HoistOperator: MutationOperator {
    let id = "hoist"
    let summary = "replaces a calculation by one of its operands"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.65)
        for infix in scope.all(InfixOperatorExprSyntax.self) {
            guard ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"].contains(infix.symbol) else {
                continue
            }
            let whole = ExprSyntax(infix)
            for (side, factor) in [(infix.leftOperand, 0.9), (infix.rightOperand, 0.9)]
            where side.integer == nil {
                list.reduce(whole, to: side, factor)
            }
        }
        for access in scope.all(MemberAccessExprSyntax.self) {
            guard let base = access.base, base.identifier?.first?.isUppercase != true else { continue }
            if case .callee = scope.role(of: ExprSyntax(access)) { continue }
            let type = scope.type(of: ExprSyntax(access))
            guard type != nil, TypeText.unwrapped(type) == TypeText.unwrapped(scope.type(of: base)) else {
                continue
            }
            if scope.role(of: ExprSyntax(access)).isTarget { continue }
            let plain =
                base.as(OptionalChainingExprSyntax.self)?.expression
                ?? base.as(ForceUnwrapExprSyntax.self)?.expression ?? base
            list.reduce(ExprSyntax(access), to: plain, 0.9)
        }
        for access in scope.all(SubscriptCallExprSyntax.self) {
            let whole = ExprSyntax(access)
            guard let index = access.arguments.first?.expression, access.arguments.count == 1,
                !scope.role(of: whole).isTarget
            else { continue }
            let type = scope.type(of: whole)
            if type != nil, type == scope.type(of: index), index.integer == nil {
                list.reduce(whole, to: index, 0.7)
            }
            if type != nil, type == scope.type(of: access.calledExpression) {
                list.reduce(whole, to: access.calledExpression, 0.6)
            }
        }
        return list.found
    }
}
