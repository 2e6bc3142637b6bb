package import Incident
import SourceEdit
import SwiftSyntax

/// Guards a divisor against zero.
package struct ZeroDivisionFixer: Fixer {
    package let id = "zero_division"
    package let classes: Set<FailureClass> = [.zeroDivision]
    package let summary = "guards a divisor against zero"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        var found: [Candidate] = []
        let divisions = repair.point.nodes(InfixOperatorExprSyntax.self) {
            ["/", "%", "/=", "%="].contains($0.operator.trimmedDescription)
        }
        for division in divisions.prefix(4) where !division.rightOperand.is(IntegerLiteralExprSyntax.self) {
            found += candidates(
                dividing: division.leftOperand, by: division.rightOperand, at: division, repair)
        }
        let calls = repair.point.nodes(FunctionCallExprSyntax.self) {
            $0.arguments.first?.label?.text == "dividingBy"
        }
        for call in calls.prefix(2) {
            guard let divisor = call.arguments.first?.expression else { continue }
            found += candidates(dividing: nil, by: divisor, at: call, repair)
        }
        return found
    }

    private func candidates(
        dividing dividend: ExprSyntax?, by divisor: ExprSyntax, at node: some ExprSyntaxProtocol,
        _ repair: Repair
    ) -> [Candidate] {
        let text = divisor.trimmedDescription
        var conditions = ["\(text) != 0", "\(text) > 0"]
        if text.hasSuffix(".count") { conditions.insert("!\(text.dropLast(6)).isEmpty", at: 0) }
        if let counted = repair.collection(countedBy: text) {
            conditions.insert("!\(counted).isEmpty", at: 0)
        }
        var found = repair.guards(
            conditions, before: node, naming: repair.names(in: divisor), because: "the divisor can be zero")
        if let infix = node.as(InfixOperatorExprSyntax.self), let dividend {
            let symbol = infix.operator.trimmedDescription
            guard symbol == "/" || symbol == "%" else { return found }
            for value in repair.defaults(for: node).prefix(6) {
                found.append(
                    repair.replace(
                        node,
                        by: "(\(text) == 0 ? \(value) : \(dividend.trimmedDescription) \(symbol) \(text))",
                        "Yields `\(value)` where the divisor is zero."))
            }
            found.append(
                repair.replace(
                    divisor, by: "max(1, \(text))", "Divides by at least one, as the divisor can be zero."))
        }
        return found
    }
}
