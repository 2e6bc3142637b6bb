package import Incident
import SourceEdit
import SwiftSyntax

/// Gives a case that ends in `fatalError` a result.
package struct FatalErrorFixer: Fixer {
    package let id = "fatal_error"
    package let classes: Set<FailureClass> = [.fatalError, .preconditionFailure]
    package let summary = "gives a case that ends in fatalError a result"

    package init() {}

    static let traps: Set<String> = ["fatalError", "preconditionFailure", "assertionFailure"]

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        let calls = repair.point.nodes(FunctionCallExprSyntax.self, anywhere: false) {
            Self.traps.contains($0.calledExpression.trimmedDescription)
        }
        guard let call = calls.first, let statement = Syntax(call).enclosing(CodeBlockItemSyntax.self) else {
            return []
        }
        let placement = repair.placements(for: call, naming: []).first
        if let label = statement.parent?.parent?.as(SwitchCaseSyntax.self),
            let list = label.parent?.as(SwitchCaseListSyntax.self)
        {
            let siblings = list.compactMap { $0.as(SwitchCaseSyntax.self) }.filter { $0.id != label.id }
            let name = CaseBodies.name(of: label)
            return CaseBodies(siblings: siblings, repair: repair)
                .all(name: name, bound: CaseBodies.bound(by: label), placement: placement)
                .map { body in
                    repair.replace(
                        statement, by: body, "Handles `\(name.isEmpty ? "the case" : name)` as `\(body)`.")
                }
        }
        guard let placement else { return [] }
        return repair.exits(placement, subjects: []).statements.prefix(20).map { exit in
            repair.replace(statement, by: exit, "Leaves with `\(exit)` instead of ending the program.")
        }
    }
}
