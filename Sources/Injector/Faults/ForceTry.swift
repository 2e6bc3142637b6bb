package import Incident
import SourceEdit
import SwiftSyntax

/// Takes for granted that a call throws nothing.
package struct ForceTry: RankedFault {
    package let id = "force_try"
    package let failureClass = FailureClass.forceTry
    package let summary = "Forces a call whose error was handled or passed on"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        let handled = ForcedForm(
            file: file, verb: "forces the call",
            force: { isFlattened($0) ? nil : ForcedExpression.trying($0) },
            isOptional: { ($0.as(TryExprSyntax.self)?.questionOrExclamationMark?.text ?? "") == "?" }
        ).candidates()
        return handled + caught(in: file) + passedOn(in: file)
    }

    /// Whether `try?` joins its own optional with one that the call returns, which `try!` would leave.
    private func isFlattened(_ expression: ExprSyntax) -> Bool {
        guard let inner = expression.unparenthesised.as(TryExprSyntax.self)?.expression else { return false }
        if inner.is(InfixOperatorExprSyntax.self) { return true }
        return inner.descendants(FunctionCallExprSyntax.self).contains { call in
            let name = call.functionName ?? ""
            let declared = call.root.descendants(FunctionDeclSyntax.self).filter { $0.name.text == name }
            return name.hasSuffix("IfPresent")
                || declared.contains { $0.signature.returnClause?.type.is(OptionalTypeSyntax.self) == true }
        }
    }

    /// `do { try f() } catch { … }` loses its `catch`.
    private func caught(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(DoStmtSyntax.self).compactMap { statement in
            guard let first = statement.catchClauses.first, let last = statement.catchClauses.last,
                statement.body.descendants(ThrowStmtSyntax.self).isEmpty, statement.throwsClause == nil
            else { return nil }
            let calls = statement.body.descendants(TryExprSyntax.self).filter {
                $0.enclosing(ClosureExprSyntax.self)?.enclosing(DoStmtSyntax.self)?.id != statement.id
            }
            let plain = calls.filter { $0.questionOrExclamationMark == nil }
            guard !plain.isEmpty, plain.allSatisfy({ $0.enclosing(DoStmtSyntax.self)?.id == statement.id })
            else {
                return nil
            }
            let cut = SourceFile.cut(statement.body.spliceRange.upperBound, last.spliceRange.upperBound)
            let marks = plain.map { TextEdit.insert("!", at: $0.tryKeyword.spliceRange.upperBound) }
            return SiteBuilder(file: file).candidate(
                rank: Shape.exit.rawValue, at: statement, "drops \(SiteBuilder.quote(first))",
                edits: marks + [cut], symptom: .kept(plain.map { Syntax($0) }))
        }
    }

    /// `try f()` in a function that throws itself.
    private func passedOn(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(TryExprSyntax.self).compactMap { call in
            guard call.questionOrExclamationMark == nil, call.enclosing(TryExprSyntax.self) == nil,
                call.enclosing(DoStmtSyntax.self) == nil,
                FunctionContext.around(call, closures: true)?.isThrowing == true
            else { return nil }
            return SiteBuilder(file: file).candidate(
                rank: Shape.loop.rawValue, at: call, "forces \(SiteBuilder.quote(call))",
                edits: [.insert("!", at: call.tryKeyword.spliceRange.upperBound)],
                symptom: .kept([Syntax(call)]))
        }
    }
}
