package import Incident
import SourceEdit
import SwiftSyntax

/// Turns a precondition that callers break into a guard.
package struct PreconditionFixer: Fixer {
    package let id = "precondition"
    package let classes: Set<FailureClass> = [.preconditionFailure, .assertionTrap]
    package let summary = "turns a precondition that callers break into a guard"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        return repair.point.nodes(FunctionCallExprSyntax.self, anywhere: false) {
            ["precondition", "assert"].contains($0.calledExpression.trimmedDescription)
        }.prefix(2).flatMap { call -> [Candidate] in
            guard let condition = call.arguments.first?.expression,
                let placement = repair.placements(for: call, naming: []).first
            else { return [] }
            let exits = repair.exits(placement, subjects: repair.names(in: condition).sorted())
            return exits.statements.prefix(20).map { exit in
                repair.replace(
                    call, by: "guard \(condition.trimmedDescription) else { \(exit) }",
                    "Leaves with `\(exit)` where the condition does not hold, as a test expects.")
            }
        }
    }
}
