package import Incident
import SourceEdit
import SwiftSyntax

/// Keeps a count at zero or above.
package struct NegativeCountFixer: Fixer {
    package let id = "negative_count"
    package let classes: Set<FailureClass> = [.negativeCount]
    package let summary = "keeps a count at zero or above"

    package init() {}

    private static let methods: Set<String> = [
        "prefix", "suffix", "dropFirst", "dropLast", "removeFirst", "removeLast", "reserveCapacity",
    ]

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        var found: [Candidate] = []
        for call in repair.point.nodes(FunctionCallExprSyntax.self) {
            // Without a base the method is one of `self`.
            let method =
                call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
                ?? call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
            var count: ExprSyntax?
            if let method, Self.methods.contains(method) {
                count = call.arguments.first { $0.label == nil }?.expression
            } else {
                count =
                    call.arguments.first { $0.label?.text == "count" || $0.label?.text == "minimumCapacity" }?
                    .expression
            }
            guard let count, !count.is(IntegerLiteralExprSyntax.self) else { continue }
            let text = count.trimmedDescription
            found.append(
                repair.replace(count, by: "max(0, \(text))", "Counts none where the count is negative."))
            if let name = count.as(DeclReferenceExprSyntax.self)?.baseName.text,
                let value = repair.initialValue(of: name)
            {
                found.append(
                    repair.replace(
                        value, by: "max(0, \(value.trimmedDescription))", "Clamps `\(name)` where it is made."
                    ))
            }
            if let infix = count.as(InfixOperatorExprSyntax.self), infix.operator.trimmedDescription == "-" {
                let left = infix.leftOperand.trimmedDescription, right = infix.rightOperand.trimmedDescription
                found += repair.guards(
                    ["\(left) > \(right)", "\(left) >= \(right)"], before: call,
                    naming: repair.names(in: count),
                    because: "the count can be negative")
            }
            found += repair.guards(
                ["\(text) >= 0", "\(text) > 0"], before: call, naming: repair.names(in: count),
                because: "the count can be negative")
        }
        // What the failing test compares tells a clamp from an early exit; errors want the exit.
        let wantsError = TestExpectation.all(for: diagnosis, in: patient).contains {
            switch $0 {
            case .error, .anyError, .absent: true
            default: false
            }
        }
        return wantsError
            ? found.filter { $0.rationale.hasPrefix("Inserts") }
                + found.filter { !$0.rationale.hasPrefix("Inserts") }
            : found
    }
}
