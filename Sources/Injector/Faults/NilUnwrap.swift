package import Incident
import SourceEdit
import SwiftSyntax

/// Takes for granted that an optional holds a value.
package struct NilUnwrap: RankedFault {
    package let id = "none_type"
    package let aliases = ["nil_unwrap"]
    package let failureClass = FailureClass.nilUnwrap
    package let summary = "Forces an optional that was unwrapped with care"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        bindings(in: file) + defaults(in: file)
    }

    private func bindings(in file: SourceFile) -> [Candidate] {
        BindingRewrite.all(in: file, force: ForcedExpression.unwrapping).compactMap { binding, rewrite in
            // A loop that ends by nil would trap in every run.
            if rewrite.shape == .loop { return nil }
            let doubt = isSettled(binding) ? Candidate.doubtful : 0
            return SiteBuilder(file: file).candidate(
                rank: rewrite.shape.rawValue + doubt, at: binding,
                "forces the optional \(SiteBuilder.quote(binding.boundValue ?? ExprSyntax(NilLiteralExprSyntax())))",
                edits: rewrite.edits, symptom: rewrite.symptom)
        }
    }

    /// Whether an earlier binding of the same statement asks the same collection, so that this one always holds.
    private func isSettled(_ binding: OptionalBindingConditionSyntax) -> Bool {
        guard let collection = collection(of: binding), let list = binding.parent?.parent else {
            return false
        }
        return list.descendants(OptionalBindingConditionSyntax.self).contains {
            $0.position < binding.position && self.collection(of: $0) == collection
        }
    }

    private func collection(of binding: OptionalBindingConditionSyntax) -> String? {
        guard let value = binding.boundValue else { return nil }
        let member =
            value.as(MemberAccessExprSyntax.self)
            ?? value.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self)
        guard let member, ["first", "last", "min", "max"].contains(member.name) else { return nil }
        return member.base?.normalText
    }

    /// `value ?? fallback` becomes `value!`.
    private func defaults(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(InfixOperatorExprSyntax.self).compactMap { infix in
            guard infix.symbol == "??", !infix.rightOperand.is(NilLiteralExprSyntax.self),
                infix.leftOperand.unparenthesised.as(TryExprSyntax.self)?.questionOrExclamationMark == nil,
                infix.leftOperand.unparenthesised.as(AsExprSyntax.self)?.questionOrExclamationMark == nil,
                let forced = ForcedExpression.unwrapping(infix.leftOperand)
            else { return nil }
            let range = infix.spliceRange
            return SiteBuilder(file: file).candidate(
                rank: Shape.ternary.rawValue, at: infix,
                "drops the default of \(SiteBuilder.quote(infix.leftOperand))",
                edits: [TextEdit(range, forced)],
                symptom: .new(
                    offset: range.lowerBound, lines: forced.utf8.count { $0 == UInt8(ascii: "\n") } + 1))
        }
    }
}
