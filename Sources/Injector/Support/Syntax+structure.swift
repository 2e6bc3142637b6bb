import SourceEdit
import SwiftSyntax

extension ConditionElementListSyntax {
    /// The conditions that are plain expressions, taken apart; `dropAll` is the edit when nothing would be left.
    func conjuncts(dropAll: [TextEdit]) -> [Conjunct] {
        let elements = Array(self)
        return elements.indices.flatMap { position -> [Conjunct] in
            guard case .expression(let expression) = elements[position].condition else { return [] }
            return Conjunct.all(
                in: expression, holds: true, removal: dropping(position) ?? dropAll,
                later: elements[(position + 1)...].map { Syntax($0) })
        }
    }

    /// Drops one element and the comma that it no longer needs; nil when it is the only one.
    func dropping(_ position: Int) -> [TextEdit]? {
        let elements = Array(self)
        guard elements.count > 1 else { return nil }
        let range = elements[position].condition.spliceRange
        if position + 1 < elements.count {
            return [SourceFile.cut(range.lowerBound, elements[position + 1].spliceRange.lowerBound)]
        }
        return [SourceFile.cut(elements[position - 1].condition.spliceRange.upperBound, range.upperBound)]
    }
}

extension CodeBlockSyntax {
    /// Whether control never runs past its end.
    var leaves: Bool {
        guard let last = statements.last?.item else { return false }
        if last.is(ReturnStmtSyntax.self) || last.is(ThrowStmtSyntax.self) || last.is(BreakStmtSyntax.self)
            || last.is(ContinueStmtSyntax.self)
        {
            return true
        }
        let name = last.as(FunctionCallExprSyntax.self)?.functionName
        return ["fatalError", "preconditionFailure", "exit", "abort"].contains(name)
    }
}

extension IfExprSyntax {
    /// The `if` whose `else` this one is.
    var previousBranch: IfExprSyntax? { parent?.as(IfExprSyntax.self) }

    var outermostBranch: IfExprSyntax { previousBranch?.outermostBranch ?? self }

    /// Whether its branches give a value instead of running statements.
    var isValue: Bool {
        let outermost = outermostBranch
        guard let statement = outermost.parent?.as(ExpressionStmtSyntax.self) else { return true }
        guard let item = statement.parent?.as(CodeBlockItemSyntax.self),
            let list = item.parent?.as(CodeBlockItemListSyntax.self), list.count == 1
        else { return false }
        return outermost.body.onlyExpression != nil && outermost.elseBody != nil
    }

    /// Edits that leave only what `branch` does; nil where Swift has no such form.
    func unwrapping(_ branch: CodeBlockSyntax) -> [TextEdit]? {
        let whole = spliceRange
        if isValue {
            guard previousBranch == nil, let value = branch.onlyExpression else { return nil }
            return Syntax(self).keeping(Syntax(value))
        }
        let opening = previousBranch == nil ? "do " : ""
        return [
            TextEdit(whole.lowerBound..<branch.spliceRange.lowerBound, opening),
            SourceFile.cut(branch.spliceRange.upperBound, whole.upperBound),
        ].filter { !$0.range.isEmpty }
    }
}

extension CodeBlockSyntax {
    /// The expression when there is nothing else.
    var onlyExpression: ExprSyntax? {
        guard statements.count == 1, let item = statements.first?.item else { return nil }
        return item.as(ExprSyntax.self)
    }
}

extension Syntax {
    /// The statements after this one in its block.
    var followingItems: [Syntax] {
        var node = self
        while !node.is(CodeBlockItemSyntax.self) {
            guard let parent = node.parent, !parent.is(CodeBlockItemListSyntax.self) else { return [] }
            node = parent
        }
        guard let list = node.parent?.as(CodeBlockItemListSyntax.self) else { return [] }
        // A collection's own `filter` would detach what it keeps from the tree.
        return Array(list).filter { $0.position > node.position }.map { Syntax($0) }
    }

    /// Cuts everything but `part` out of this node.
    func keeping(_ part: Syntax) -> [TextEdit] {
        let whole = spliceRange
        let kept = part.spliceRange
        return [
            SourceFile.cut(whole.lowerBound, kept.lowerBound), SourceFile.cut(kept.upperBound, whole.upperBound),
        ].filter { !$0.range.isEmpty }
    }

    /// Whether it is, perhaps among others, the condition of a statement or of a ternary.
    var isPartOfCondition: Bool {
        var node = self
        while let parent = node.parent {
            if parent.is(ConditionElementSyntax.self) || parent.is(WhereClauseSyntax.self) { return true }
            if let ternary = parent.as(TernaryExprSyntax.self) { return ternary.condition.id == node.id }
            let isChain = parent.as(InfixOperatorExprSyntax.self).map { ["&&", "||"].contains($0.symbol) } ?? false
            let isWrapper = parent.as(PrefixOperatorExprSyntax.self)?.operator.text == "!"
                || parent.is(TupleExprSyntax.self) || parent.is(LabeledExprSyntax.self)
                || parent.is(LabeledExprListSyntax.self)
            guard isChain || isWrapper else { return false }
            // A call's arguments are no parentheses around a condition.
            if parent.is(LabeledExprListSyntax.self), parent.parent?.is(TupleExprSyntax.self) != true { return false }
            node = parent
        }
        return false
    }
}
