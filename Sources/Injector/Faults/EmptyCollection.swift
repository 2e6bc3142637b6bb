package import Incident
import SourceEdit
import SwiftSyntax

/// Takes an element out of a collection that may have none.
package struct EmptyCollection: RankedFault {
    package let id = "empty_collection"
    package let failureClass = FailureClass.emptyCollection
    package let summary = "Drops the emptiness check before an element is removed"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        let removed = ProtectionRemoval(file).candidates(noun: "") { protection, others in
            guard let collection = protection.fact.nonEmpty else { return nil }
            let calls = protection.hazards(FunctionCallExprSyntax.self).filter { call in
                ["removeFirst", "removeLast"].contains(call.memberName)
                    && call.receiver?.normalText == collection
                    && !others.contains { $0.covers(call) && $0.fact.nonEmpty == collection }
            }
            return Hazard(calls.map { Syntax($0) })
        }
        return removed + bindings(in: file) + defaults(in: file)
    }

    /// `guard let last = values.popLast()` becomes `let last = values.removeLast()`.
    private func bindings(in file: SourceFile) -> [Candidate] {
        BindingRewrite.all(in: file, force: trapping).compactMap { binding, rewrite in
            guard let value = binding.boundValue else { return nil }
            return SiteBuilder(file: file).candidate(
                rank: rewrite.shape.rawValue, at: binding,
                "removes without a check in \(SiteBuilder.quote(value))",
                edits: rewrite.edits, symptom: rewrite.symptom)
        }
    }

    private func defaults(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(InfixOperatorExprSyntax.self).compactMap { infix in
            guard infix.symbol == "??", let text = trapping(infix.leftOperand) else { return nil }
            return SiteBuilder(file: file).candidate(
                rank: Shape.ternary.rawValue, at: infix,
                "removes without a check in \(SiteBuilder.quote(infix.leftOperand))",
                edits: [TextEdit(infix.spliceRange, text)],
                symptom: .new(offset: infix.spliceRange.lowerBound))
        }
    }

    private func trapping(_ expression: ExprSyntax) -> String? {
        guard let call = expression.as(FunctionCallExprSyntax.self), call.arguments.isEmpty,
            let base = call.receiver,
            !ForcedExpression.hasOptionalChain(base), call.trailingClosure == nil
        else { return nil }
        switch call.memberName {
        case "popLast": return base.trimmedDescription + ".removeLast()"
        case "popFirst": return base.trimmedDescription + ".removeFirst()"
        default: return nil
        }
    }
}
