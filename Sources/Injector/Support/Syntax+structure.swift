import SourceEdit
import SwiftSyntax

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
            SourceFile.cut(whole.lowerBound, kept.lowerBound),
            SourceFile.cut(kept.upperBound, whole.upperBound),
        ].filter { !$0.range.isEmpty }
    }

    /// Whether it is, perhaps among others, the condition of a statement or of a ternary.
    var isPartOfCondition: Bool {
        var node = self
        while let parent = node.parent {
            if parent.is(ConditionElementSyntax.self) || parent.is(WhereClauseSyntax.self) { return true }
            if let ternary = parent.as(TernaryExprSyntax.self) { return ternary.condition.id == node.id }
            let isChain =
                parent.as(InfixOperatorExprSyntax.self).map { ["&&", "||"].contains($0.symbol) } ?? false
            let isWrapper =
                parent.as(PrefixOperatorExprSyntax.self)?.operator.text == "!"
                || parent.is(TupleExprSyntax.self) || parent.is(LabeledExprSyntax.self)
                || parent.is(LabeledExprListSyntax.self)
            guard isChain || isWrapper else { return false }
            // A call's arguments are no parentheses around a condition.
            if parent.is(LabeledExprListSyntax.self), parent.parent?.is(TupleExprSyntax.self) != true {
                return false
            }
            node = parent
        }
        return false
    }
}
