package import Incident
import SourceEdit
import SwiftSyntax

/// Keeps the lower bound of a range below its upper bound, and a stride moving.
package struct InvalidRangeFixer: Fixer {
    package let id = "invalid_range"
    package let classes: Set<FailureClass> = [.invalidRange]
    package let summary = "keeps the lower bound of a range below its upper bound"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        var found: [Candidate] = []
        let ranges = repair.point.nodes(InfixOperatorExprSyntax.self) {
            ["..<", "..."].contains($0.operator.trimmedDescription)
        }
        for range in ranges.prefix(3) { found += candidates(for: range, repair) }
        for call in repair.point.nodes(FunctionCallExprSyntax.self) {
            guard call.calledExpression.trimmedDescription == "stride",
                let step = call.arguments.first(where: { $0.label?.text == "by" })?.expression
            else { continue }
            let text = step.trimmedDescription
            found += repair.guards(
                ["\(text) > 0", "\(text) != 0"], before: call, naming: repair.names(in: step),
                because: "a stride of zero never moves")
            found.append(repair.replace(step, by: "max(1, \(text))", "Moves by at least one."))
        }
        return found
    }

    private func candidates(for range: InfixOperatorExprSyntax, _ repair: Repair) -> [Candidate] {
        let lower = range.leftOperand.trimmedDescription
        let upper = range.rightOperand.trimmedDescription
        let symbol = range.operator.trimmedDescription
        var conditions = ["\(lower) <= \(upper)", "\(lower) < \(upper)"]
        // With a literal bound the comparison reads better the other way round.
        if range.leftOperand.is(IntegerLiteralExprSyntax.self) {
            conditions = ["\(upper) >= \(lower)", "\(upper) > \(lower)"]
        }
        if let access = range.enclosing(SubscriptCallExprSyntax.self) {
            let base = access.calledExpression.trimmedDescription
            conditions += [
                "\(lower) < \(base).count", "\(lower) >= 0, \(lower) <= \(upper), \(upper) <= \(base).count",
            ]
        }
        var found = repair.guards(
            conditions, before: range, naming: repair.names(in: range),
            because: "the lower bound can pass the upper one")
        let low = repair.replace(
            range.leftOperand, by: "min(\(lower), \(upper))", "Starts at the upper bound at the latest.")
        let high = repair.replace(
            range.rightOperand, by: "max(\(lower), \(upper))", "Ends at the lower bound at the earliest.")
        let ordered = repair.candidate(
            "Orders the two bounds.",
            [
                TextEdit(range.leftOperand.spliceRange, "min(\(lower), \(upper))"),
                TextEdit(range.rightOperand.spliceRange, "max(\(lower), \(upper))"),
            ])
        let position = Swift.min(found.count, conditions.count * 2)
        found.insert(contentsOf: [high, low, ordered], at: position)
        // The bounds may come from names that were clamped where they are made.
        for (name, operand) in [(upper, range.rightOperand), (lower, range.leftOperand)]
        where operand.is(DeclReferenceExprSyntax.self) {
            guard let value = repair.initialValue(of: name) else { continue }
            let text = value.trimmedDescription
            let isUpper = operand.id == range.rightOperand.id
            let other = isUpper ? lower : upper
            found.append(
                repair.replace(
                    value, by: isUpper ? "max(\(other), \(text))" : "min(\(text), \(other))",
                    "Clamps `\(name)` where it is made."))
        }
        if symbol == "..." {
            found.append(
                repair.replace(
                    range.operator, by: "..<", "Ends before the bound, which leaves room for nothing."))
            found.append(
                repair.replace(
                    range, by: "stride(from: \(lower), through: \(upper), by: 1)",
                    "Counts up, which can be empty."))
        } else {
            found.append(
                repair.replace(
                    range, by: "stride(from: \(lower), to: \(upper), by: 1)", "Counts up, which can be empty."
                ))
        }
        return found
    }
}
