import SwiftSyntax

/// Replaces assignments by others.
struct AssignmentOperator: MutationOperator {
    let id = "assignment"
    let summary = "replaces an assignment by a compound one and back, or turns its sides round"
    let isForTesting = true

    private static let opposites = [
        "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "&+=": "&-=", "&-=": "&+=",
    ]

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.75)
        for infix in scope.all(InfixOperatorExprSyntax.self) where infix.isAssignment {
            let left = infix.leftOperand
            let type = scope.type(of: left)
            let other = scope.type(of: infix.rightOperand) ?? type
            let isNumeric =
                (type == nil || TypeText.isNumber(type)) && (other == nil || TypeText.isNumber(other))
                && !infix.rightOperand.is(ArrayExprSyntax.self)
                && !infix.rightOperand.is(StringLiteralExprSyntax.self)
            if let symbol = Self.opposites[infix.symbol], isNumeric {
                list.replace(infix.operator, with: symbol, 1)
            }
            if infix.symbol == "%=" { list.replace(infix.operator, with: "/=", 1) }
            guard scope.purpose == .repair, !isConstant(left, scope) else { continue }
            switch infix.symbol {
            case "=":
                if isNumeric, type != nil, !uses(left, in: infix.rightOperand) {
                    list.replace(infix.operator, with: "+=", 0.7)
                    list.replace(infix.operator, with: "-=", 0.5)
                } else if TypeText.isSequenceLike(type), !uses(left, in: infix.rightOperand) {
                    list.replace(infix.operator, with: "+=", 0.6)
                }
                exchange(infix, &list)
            case "+=":
                list.replace(infix.operator, with: "=", 0.7)
                if !TypeText.isNumber(type) {
                    let right = Precedence.operand(infix.rightOperand, of: "+")
                    list.replace(
                        infix, with: "\(left.trimmedDescription) = \(right) + \(left.trimmedDescription)", 0.9
                    )
                } else if infix.rightOperand.integer == nil {
                    list.replace(infix.operator, with: "*=", 0.4)
                }
            case _ where InfixOperatorExprSyntax.compound.contains(infix.symbol):
                list.replace(infix.operator, with: "=", 0.6)
                if infix.symbol == "*=" { list.replace(infix.operator, with: "+=", 0.6) }
            default: break
            }
        }
        return list.found
    }

    /// Set once by an initialiser.
    private func isConstant(_ target: ExprSyntax, _ scope: MutationScope) -> Bool {
        guard scope.function.node.is(InitializerDeclSyntax.self) else { return false }
        let name = target.as(MemberAccessExprSyntax.self)?.name ?? target.identifier
        let found = scope.ingredients.values(of: scope.reader.owner).first { $0.name == name }
        return found.map { !$0.isMutable || $0.type == nil } ?? false
    }

    private func uses(_ target: ExprSyntax, in value: ExprSyntax) -> Bool {
        value.text.contains(target.text) && !target.names.isDisjoint(with: value.names)
    }

    /// `a = b` to `b = a`, where both can be written to.
    private func exchange(_ infix: InfixOperatorExprSyntax, _ list: inout MutationList) {
        let left = infix.leftOperand
        let right = infix.rightOperand
        guard
            right.identifier != nil || right.is(SubscriptCallExprSyntax.self)
                || right.is(MemberAccessExprSyntax.self),
            !left.is(DiscardAssignmentExprSyntax.self),
            right.as(MemberAccessExprSyntax.self).map({ $0.base != nil && !$0.name.hasSuffix("count") })
                ?? true
        else { return }
        if let name = right.identifier,
            list.scope.reader.local(name, at: right.position.utf8Offset)?.isMutable == false
        {
            return
        }
        list.replace(
            infix, with: "\(right.trimmedDescription) = \(left.trimmedDescription)", 0.5,
            summary: "the sides of the assignment change places")
    }
}
