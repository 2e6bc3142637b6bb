import SourceEdit
import SwiftSyntax

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
        guard outermost.body.onlyExpression != nil, outermost.elseBody != nil else { return false }
        if let block = list.parent?.as(CodeBlockSyntax.self) {
            if let branch = block.parent?.as(IfExprSyntax.self) { return branch.isValue }
            guard let function = FunctionContext.around(block), function.body.id == list.id else {
                return false
            }
        }
        // Closures and cases of a `switch` do not say; the form for values suits both.
        return FunctionContext.around(list, closures: true).map {
            $0.returnType != nil || $0.node.is(ClosureExprSyntax.self)
        }
            ?? false
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
