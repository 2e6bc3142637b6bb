import SourceEdit
import SwiftSyntax

/// The sites that `as?` and `try?` share: a binding, a default, an optional handed on.
struct ForcedForm {
    let file: SourceFile
    let verb: String
    let force: (ExprSyntax) -> String?
    let isOptional: (ExprSyntax) -> Bool
    /// Added to the rank of a site that is likely to fail in another way.
    var doubt: (ExprSyntax) -> Int = { _ in 0 }

    func candidates() -> [Candidate] {
        let bindings = BindingRewrite.all(in: file, force: force).compactMap {
            binding, rewrite -> Candidate? in
            guard rewrite.shape != .loop, let value = binding.boundValue else { return nil }
            return SiteBuilder(file: file).candidate(
                rank: rewrite.shape.rawValue + doubt(value), at: binding,
                "\(verb) \(SiteBuilder.quote(value))", edits: rewrite.edits,
                symptom: rewrite.symptom)
        }
        return bindings
            + file.tree.descendants(ExprSyntax.self).compactMap { isOptional($0) ? loose($0) : nil }
    }

    /// Outside of a binding: with its default, or where an optional is passed on and a value will do.
    private func loose(_ expression: ExprSyntax) -> Candidate? {
        guard let forced = force(expression) else { return nil }
        var target = expression
        while let tuple = target.parent?.parent?.parent?.as(TupleExprSyntax.self),
            tuple.parenthesised?.id == target.id
        {
            target = ExprSyntax(tuple)
        }
        if let infix = target.parent?.as(InfixOperatorExprSyntax.self), infix.symbol == "??",
            infix.leftOperand.id == target.id, !infix.rightOperand.is(NilLiteralExprSyntax.self)
        {
            let text =
                target.is(TupleExprSyntax.self) || infix.parent?.is(InfixOperatorExprSyntax.self) == true
                ? "(\(forced))" : forced
            return candidate(Shape.ternary.rawValue, infix, text, expression)
        }
        guard target.id == expression.id, let rank = passedOnRank(expression) else { return nil }
        return candidate(rank, expression, "(\(forced))", expression)
    }

    private func candidate(
        _ rank: Int, _ target: some SyntaxProtocol, _ text: String, _ expression: ExprSyntax
    ) -> Candidate? {
        let range = target.spliceRange
        return SiteBuilder(file: file).candidate(
            rank: rank + doubt(expression), at: target, "\(verb) \(SiteBuilder.quote(expression))",
            edits: [TextEdit(range, text)],
            symptom: .new(offset: range.lowerBound, lines: text.utf8.count { $0 == UInt8(ascii: "\n") } + 1))
    }

    private func passedOnRank(_ expression: ExprSyntax) -> Int? {
        if let statement = expression.parent?.as(ReturnStmtSyntax.self) {
            return FunctionContext.around(statement, closures: true)?.returnsOptional == true ? 4 : nil
        }
        guard let item = expression.parent?.as(CodeBlockItemSyntax.self),
            let list = item.parent?.as(CodeBlockItemListSyntax.self), list.count == 1
        else { return nil }
        if let closure = list.parent?.as(ClosureExprSyntax.self) {
            let call = closure.parent?.as(FunctionCallExprSyntax.self)
            return call?.memberName == "compactMap" ? 5 : nil
        }
        return FunctionContext.around(item, closures: true)?.returnsOptional == true ? 4 : nil
    }
}
