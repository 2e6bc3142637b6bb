import SourceEdit
import SwiftSyntax

/// `base[index]` with one index.
struct Subscript {
    let node: SubscriptCallExprSyntax
    let base: String
    let index: ExprSyntax

    init?(_ node: SubscriptCallExprSyntax) {
        guard node.arguments.count == 1, let argument = node.arguments.first, argument.label == nil else {
            return nil
        }
        self.node = node
        base = node.calledExpression.normalText
        index = argument.expression.unparenthesised
    }

    var range: InfixOperatorExprSyntax? {
        guard let infix = index.as(InfixOperatorExprSyntax.self), ["..<", "..."].contains(infix.symbol) else {
            return nil
        }
        return infix
    }

    /// The position the subscript reaches furthest up to; nil where it has no upper end.
    var upperEnd: ExprSyntax? {
        if let range { return range.rightOperand }
        if let prefix = index.as(PrefixOperatorExprSyntax.self), prefix.operator.text.hasPrefix("..") {
            return prefix.expression
        }
        return index.is(PostfixOperatorExprSyntax.self) ? nil : index
    }

    /// Whether it takes a stretch instead of an element.
    var isSlice: Bool {
        let isPartial = index.as(PrefixOperatorExprSyntax.self)?.operator.text.hasPrefix("..") == true
        return range != nil || isPartial || index.is(PostfixOperatorExprSyntax.self)
    }

    var isDictionary: Bool { TypeHints.type(of: node.calledExpression)?.contains(":") == true }

    /// Whether it reads `collection`, or something made of it that is just as long.
    func reads(_ collection: String) -> Bool {
        base == collection
            || ["sorted(", "reversed(", "indices"].contains { base.hasPrefix(collection + "." + $0) }
    }
}
