import SwiftSyntax

/// Opens and closes ranges and moves where they start.
struct RangeBoundaryOperator: MutationOperator {
    let id = "range_boundary"
    let summary = "replaces `..<` and `...`, `to:` and `through:`, or the start of a range"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.95)
        for infix in scope.all(InfixOperatorExprSyntax.self) {
            guard let other = ["..<": "...", "...": "..<"][infix.symbol] else { continue }
            list.replace(infix.operator, with: other, 1)
            if scope.purpose == .repair { start(infix, scope, &list) }
        }
        for prefix in scope.all(PrefixOperatorExprSyntax.self) {
            guard let other = ["..<": "...", "...": "..<"][prefix.operator.text] else { continue }
            list.replace(prefix.operator, with: other, 1)
        }
        for call in scope.all(FunctionCallExprSyntax.self) { labels(call, &list) }
        return list.found
    }

    /// `0..<n` inside of a loop over `i` may have to start at `i`, or after it.
    private func start(_ infix: InfixOperatorExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        let left = infix.leftOperand
        guard left.integer != nil || left.identifier != nil else { return }
        if let number = left.integer {
            list.replace(left, with: String(number + 1), 0.9)
            if number > 0 { list.replace(left, with: String(number - 1), 0.9) }
        }
        guard scope.role(of: ExprSyntax(infix)).isSequence, let loop = infix.enclosing(ForStmtSyntax.self),
            let outer = scope.loop(around: loop)?.as(ForStmtSyntax.self)
        else { return }
        for name in outer.pattern.boundNames
        where TypeText.isInteger(scope.reader.type(named: name, at: infix.position.utf8Offset))
            && left.text != name
        {
            list.replace(left, with: name, 0.8)
            list.replace(left, with: "\(name) + 1", precedence: Precedence.addition, 0.8)
        }
    }

    private func labels(_ call: FunctionCallExprSyntax, _ list: inout MutationList) {
        let pairs: [(String, String, String)] = [
            ("stride", "to", "through"), ("stride", "through", "to"), ("prefix", "upTo", "through"),
            ("prefix", "through", "upTo"),
        ]
        for argument in call.arguments {
            guard let label = argument.label else { continue }
            for (name, old, new) in pairs where call.functionName == name && label.text == old {
                list.replace(label, with: new, 1)
            }
        }
    }
}

extension Role {
    var isSequence: Bool { if case .sequence = self { true } else { false } }
}
