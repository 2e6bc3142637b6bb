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
            isOptional: { ($0.as(AsExprSyntax.self)?.questionOrExclamationMark?.text ?? "") == "?" }
        ).candidates()
    }
}
