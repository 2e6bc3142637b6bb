import SwiftSyntax

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

    /// The expression when there is nothing else.
    var onlyExpression: ExprSyntax? {
        guard statements.count == 1, let item = statements.first?.item else { return nil }
        return item.as(ExprSyntax.self)
    }
}
