import SwiftSyntax

/// Lets a branch of a `switch` take one more case, or another one.
struct CaseOperator: MutationOperator {
    let id = "cases"
    let summary = "adds a case to a branch of a `switch`"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.75)
        for branch in scope.all(SwitchCaseSyntax.self) {
            guard case .case(let label) = branch.label, let choice = branch.enclosing(SwitchExprSyntax.self)
            else { continue }
            let taken = Set(
                choice.cases.compactMap { $0.as(SwitchCaseSyntax.self) }.flatMap { other -> [String] in
                    guard case .case(let label) = other.label else { return [] }
                    return label.caseItems.map { $0.pattern.oneLine }
                })
            for item in label.caseItems where item.whereClause == nil {
                for pattern in others(item.pattern, scope).filter({ !taken.contains($0) }).prefix(8) {
                    let end = label.caseItems.last?.spliceRange.upperBound ?? item.spliceRange.upperBound
                    list.edit(
                        [.insert(", " + pattern, at: end)], 1, original: "", replacement: pattern,
                        summary:
                            "\(MutationList.quote(pattern)) joins \(MutationList.quote("case " + item.pattern.oneLine))"
                    )
                }
            }
        }
        return list.found
    }

    /// Patterns that differ from one in one case.
    private func others(_ pattern: PatternSyntax, _ scope: MutationScope) -> [String] {
        let text = pattern.oneLine
        guard let expression = pattern.as(ExpressionPatternSyntax.self)?.expression else { return [] }
        let base = expression.spliceRange.lowerBound
        var found: [String] = []
        for access in expression.descendants(MemberAccessExprSyntax.self)
        where access.base == nil && access.parent?.is(FunctionCallExprSyntax.self) != true {
            let name = access.declName.baseName.spliceRange
            for other in scope.ingredients.siblings(ofCase: access.name) {
                guard
                    let changed = [
                        TextEdit((name.lowerBound - base)..<(name.upperBound - base), other)
                    ].applied(to: expression.trimmedDescription)
                else { continue }
                found.append(changed.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
        }
        return found.filter { $0 != text }
    }
}
