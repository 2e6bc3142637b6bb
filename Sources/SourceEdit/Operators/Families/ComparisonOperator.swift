import SwiftSyntax

/// Replaces comparisons by their neighbours.
struct ComparisonOperator: MutationOperator {
    let id = "comparison"
    let summary = "replaces a comparison by a neighbouring or the opposite one"
    let isForTesting = true

    /// Likeliest first; the boundary before the direction.
    private static let repairs: [String: [(String, Double)]] = [
        "<": [("<=", 1), (">", 0.8), (">=", 0.7), ("!=", 0.4)],
        "<=": [("<", 1), (">=", 0.8), (">", 0.7), ("==", 0.4)],
        ">": [(">=", 1), ("<", 0.8), ("<=", 0.7), ("!=", 0.4)],
        ">=": [(">", 1), ("<=", 0.8), ("<", 0.7), ("==", 0.4)],
        "==": [("!=", 0.9), ("<=", 0.8), (">=", 0.8), ("<", 0.5), (">", 0.5)],
        "!=": [("==", 0.9), ("<", 0.6), (">", 0.6)],
        "===": [("!==", 0.9)],
        "!==": [("===", 0.9)],
    ]
    /// The boundary and the opposite, which subsume the others.
    private static let tests: [String: [(String, Double)]] = [
        "<": [("<=", 1), (">=", 0.9)], "<=": [("<", 1), (">", 0.9)],
        ">": [(">=", 1), ("<=", 0.9)], ">=": [(">", 1), ("<", 0.9)],
        "==": [("!=", 1)], "!=": [("==", 1)], "===": [("!==", 1)], "!==": [("===", 1)],
    ]

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 1)
        for infix in scope.all(InfixOperatorExprSyntax.self) {
            let table = scope.purpose == .repair ? Self.repairs : Self.tests
            guard let variants = table[infix.symbol] else { continue }
            let isOrdered =
                ["<", "<=", ">", ">="].contains(infix.symbol)
                || hasOrder(infix.leftOperand, infix.rightOperand, scope)
            for (symbol, factor) in variants
            where isOrdered || symbol == "==" || symbol.hasPrefix("!") || symbol == "===" {
                list.replace(infix.operator, with: symbol, factor)
            }
            guard scope.purpose == .repair else { continue }
            if isOrdered { widen(infix, &list) }
            compareMembers(infix, scope, &list)
        }
        // `sorted(by: >)`.
        for reference in scope.all(DeclReferenceExprSyntax.self) {
            guard case .binaryOperator(let symbol) = reference.baseName.tokenKind,
                let opposite = ["<": ">", ">": "<", "<=": ">=", ">=": "<="][symbol]
            else { continue }
            list.replace(reference, with: opposite, 0.9)
        }
        return list.found
    }

    /// Whether `<` could make sense of both sides.
    private func hasOrder(_ left: ExprSyntax, _ right: ExprSyntax, _ scope: MutationScope) -> Bool {
        for side in [left, right] {
            if side.is(NilLiteralExprSyntax.self) || side.is(BooleanLiteralExprSyntax.self) { return false }
            if side.as(MemberAccessExprSyntax.self)?.base == nil, side.is(MemberAccessExprSyntax.self) {
                return false
            }
        }
        guard let type = scope.type(of: left) ?? scope.type(of: right) else { return true }
        if let literal = left.as(StringLiteralExprSyntax.self) ?? right.as(StringLiteralExprSyntax.self) {
            return literal.segments.count == 0
        }
        if TypeText.isOrdered(type) || ["String.Index", "Self"].contains(type) { return true }
        guard type != "Bool", !TypeText.isOptional(type), !TypeText.isCollection(type), !type.hasPrefix("(")
        else { return false }
        return scope.ingredients.isComparable(type)
    }

    /// `a == b` to `a.rank == b.rank`: what the function or the type already tells them apart by comes first.
    private func compareMembers(
        _ infix: InfixOperatorExprSyntax, _ scope: MutationScope, _ list: inout MutationList
    ) {
        let (left, right) = (infix.leftOperand, infix.rightOperand)
        guard let type = scope.type(of: left), scope.type(of: right) == type,
            left.precedence >= Precedence.primary, right.precedence >= Precedence.primary,
            scope.ingredients.knows(type)
        else { return }
        let mentioned = Set(
            scope.allPlaces(MemberAccessExprSyntax.self).filter { $0.base != nil }.map(\.name))
        let needsOrder = !["==", "!="].contains(infix.symbol)
        let members = scope.ingredients.values(of: type).filter { member in
            !member.isStatic && member.type != nil && !TypeText.isCollection(member.type)
                && (needsOrder
                    ? TypeText.isOrdered(member.type) : scope.ingredients.isEquatable(member.type))
        }
        let ordered =
            members.filter { mentioned.contains($0.name) } + members.filter { !mentioned.contains($0.name) }
        for member in ordered.prefix(3) {
            list.replace(
                infix,
                with:
                    "\(left.trimmedDescription).\(member.name) \(infix.symbol) \(right.trimmedDescription).\(member.name)",
                mentioned.contains(member.name) ? 0.7 : 0.4)
        }
    }

    /// `n == 0` to `n <= 1`: a base case that covers one value more.
    private func widen(_ infix: InfixOperatorExprSyntax, _ list: inout MutationList) {
        guard let number = infix.rightOperand.integer, abs(number) < 100 else { return }
        let left = infix.leftOperand.trimmedDescription
        let other: String? =
            switch infix.symbol {
            case "==": "\(left) <= \(number + 1)"
            case "!=": "\(left) > \(number + 1)"
            default: nil
            }
        if let other { list.replace(infix, with: other, 0.8) }
    }
}
