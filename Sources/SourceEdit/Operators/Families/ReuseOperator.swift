import SwiftSyntax

/// Puts an expression of the function, or a name in scope, where another of its type stands.
struct ReuseOperator: MutationOperator {
    let id = "reuse"
    let summary = "replaces an expression by another of the function, or by a name, of the same type"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.7)
        let pool = ingredients(scope)
        let sums = self.sums(scope)
        for expression in scope.expressions where isCompound(expression) {
            let role = scope.role(of: expression)
            switch role {
            case .operand, .assigned, .target, .argument, .index, .part, .initial, .returned: break
            default: continue
            }
            let type = scope.type(of: expression)
            let text = expression.text
            if role.isTarget {
                targets(expression, text, type, pool, &list)
                continue
            }
            guard let type else { continue }
            if case .operand = role { names(expression, type, scope, &list) }
            if case .index = role { names(expression, type, scope, &list) }
            let nearby = pool.filter {
                $0.type == type && $0.text != text && isClose($0.expression, expression)
            }
            var seen: Set<String> = []
            for other in nearby
            where scope.resolves(other.expression, at: expression.position.utf8Offset)
                && seen.insert(other.text).inserted && seen.count <= 3
            {
                list.replace(expression, with: other.text, precedence: other.expression.precedence, 0.6)
            }
        }
        var room = Self.mostEnlarged
        for expression in scope.expressions where expression.identifier != nil && room > 0 {
            room -= enlarge(expression, to: sums, scope, &list)
        }
        // A name, by an element or member that occurs in the same statement.
        for expression in scope.expressions where expression.identifier != nil {
            let role = scope.role(of: expression)
            guard !role.isTarget, !role.isCallee, let type = scope.type(of: expression),
                !TypeText.isCollection(type)
            else { continue }
            guard let item = expression.enclosingItem else { continue }
            var seen: Set<String> = []
            let near = pool.filter { $0.expression.isInside(item) }
            // Of a member of what syntax cannot tell, the compiler knows the type.
            let unknown = near.filter { $0.type == nil && $0.expression.is(MemberAccessExprSyntax.self) }
            for other in near.filter({ $0.type == type }) + unknown where seen.count < 2 {
                if case .base = role { continue }
                guard !other.expression.names.contains(expression.text),
                    scope.resolves(other.expression, at: expression.position.utf8Offset),
                    seen.insert(other.text).inserted
                else { continue }
                list.replace(expression, with: other.text, precedence: other.expression.precedence, 0.5)
            }
        }
        return list.found
    }

    private struct Piece {
        var expression: ExprSyntax
        var text: String
        var type: String?
    }

    private func isCompound(_ expression: ExprSyntax) -> Bool {
        expression.is(SubscriptCallExprSyntax.self) || expression.is(FunctionCallExprSyntax.self)
            || expression.is(MemberAccessExprSyntax.self)
                && expression.as(MemberAccessExprSyntax.self)?.base != nil
            || expression.as(InfixOperatorExprSyntax.self).map { $0.symbol == "??" } ?? false
            || expression.as(TupleExprSyntax.self).map { $0.elements.count == 1 } ?? false
    }

    /// The elements, members and calls that the function writes already, each once.
    private func ingredients(_ scope: MutationScope) -> [Piece] {
        scope.everyExpression.filter { expression in
            let limit = expression.is(SubscriptCallExprSyntax.self) ? 60 : 40
            guard isCompound(expression), !expression.is(TupleExprSyntax.self),
                expression.text.count <= limit,
                !scope.role(of: expression).isCallee
            else { return false }
            let call = expression.as(FunctionCallExprSyntax.self)
            return call.map { $0.trailingClosure == nil && !$0.arguments.isEmpty } ?? true
        }
        .map { Piece(expression: $0, text: $0.text, type: scope.type(of: $0)) }
    }

    private static let mostEnlarged = 40

    /// The sums and products that the function writes, each once.
    private func sums(_ scope: MutationScope) -> [InfixOperatorExprSyntax] {
        var seen: Set<String> = []
        return scope.allPlaces(InfixOperatorExprSyntax.self).filter {
            ["+", "-", "*"].contains($0.symbol) && $0.trimmedDescription.count <= 40
                && seen.insert($0.trimmedDescription).inserted
        }
    }

    /// `n / buy` to `n / (buy + free)`: a name, by what the function makes of it elsewhere.
    ///
    /// - Returns: how many changes there are.
    private func enlarge(
        _ expression: ExprSyntax, to pool: [InfixOperatorExprSyntax], _ scope: MutationScope,
        _ list: inout MutationList
    ) -> Int {
        switch scope.role(of: expression) {
        case .operand, .assigned, .argument, .index, .part, .initial, .returned: break
        default: return 0
        }
        let fitting = pool.filter { sum in
            [sum.leftOperand.identifier, sum.rightOperand.identifier].contains(expression.identifier)
                && !expression.isInside(sum) && scope.resolves(sum, at: expression.position.utf8Offset)
        }
        .prefix(2)
        for sum in fitting.map({ ExprSyntax($0) }) {
            list.replace(expression, with: sum.text, precedence: sum.precedence, 0.7)
        }
        return fitting.count
    }

    /// Within three statements of each other.
    private func isClose(_ a: ExprSyntax, _ b: ExprSyntax) -> Bool {
        guard let block = b.enclosingItem else { return false }
        return a.isInside(block) || a.enclosingItem?.parent?.id == block.parent?.id
    }

    private func names(
        _ expression: ExprSyntax, _ type: String, _ scope: MutationScope, _ list: inout MutationList
    ) {
        let used = expression.parent?.names ?? []
        let names = scope.values(at: expression).filter {
            $0.type == type && $0.origin <= .parameter && !used.contains($0.name)
        }
        for (rank, name) in names.prefix(3).enumerated() {
            list.replace(expression, with: name.name, 0.8 - 0.1 * Double(rank))
        }
    }

    /// `costs[edge] = …` to `best[node] = …`, both of which the function mentions.
    private func targets(
        _ expression: ExprSyntax, _ text: String, _ type: String?, _ pool: [Piece], _ list: inout MutationList
    ) {
        guard let item = expression.enclosingItem else { return }
        var seen: Set<String> = [text]
        for other in pool
        where other.expression.is(SubscriptCallExprSyntax.self)
            && TypeText.unwrapped(other.type) == TypeText.unwrapped(type)
        {
            guard isClose(other.expression, expression), seen.count <= 3 else { continue }
            let reading = other.expression.as(SubscriptCallExprSyntax.self)
            var place = other.text
            if let reading, reading.arguments.last?.label != nil {
                // What is read with a default is written without.
                guard reading.arguments.count == 2, let key = reading.arguments.first, key.label == nil
                else { continue }
                place = "\(reading.calledExpression.trimmedDescription)[\(key.expression.trimmedDescription)]"
            }
            guard seen.insert(place).inserted else { continue }
            list.replace(expression, with: place, other.expression.isInside(item) ? 1 : 0.7)
        }
    }
}
