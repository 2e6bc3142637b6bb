package import Incident
import SourceEdit
import SwiftSyntax

/// Takes a value's dynamic type for granted.
package struct ForceCast: RankedFault {
    package let id = "force_cast"
    package let failureClass = FailureClass.forceCast
    package let summary = "Forces a cast that was allowed to fail"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        ForcedForm(
            file: file, verb: "forces the cast", force: ForcedExpression.casting,
            isOptional: { ($0.as(AsExprSyntax.self)?.questionOrExclamationMark?.text ?? "") == "?" },
            doubt: { $0.unparenthesised.as(AsExprSyntax.self).map { doubt($0.expression) } ?? 0 }
        ).candidates()
    }

    /// A value that may be absent traps as a nil first; an entry with a fixed key is the likeliest to be.
    private func doubt(_ operand: ExprSyntax) -> Int {
        if ForcedExpression.hasOptionalChain(operand) { return 3 }
        guard let access = operand.as(SubscriptCallExprSyntax.self) else { return 0 }
        return access.arguments.first?.expression.is(StringLiteralExprSyntax.self) == true ? 3 : 0
    }
}
