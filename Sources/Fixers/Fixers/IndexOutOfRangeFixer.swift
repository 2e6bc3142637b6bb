package import Incident
import SourceEdit
import SwiftSyntax

/// Keeps an index, a slice or a loop inside its collection.
package struct IndexOutOfRangeFixer: Fixer {
    package let id = "index_out_of_range"
    package let classes: Set<FailureClass> = [.indexOutOfRange]
    package let summary = "keeps an index, a slice or a loop inside its collection"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        var clamps: [Candidate] = []
        var remainders: [Candidate] = []
        var guards: [Candidate] = []
        var extra: [Candidate] = []
        for access in repair.point.nodes(SubscriptCallExprSyntax.self).prefix(4) {
            guard let index = access.arguments.first?.expression, access.arguments.count == 1 else {
                continue
            }
            let base = access.calledExpression.trimmedDescription
            let names = repair.names(in: access.calledExpression).union(repair.names(in: index))
            if let range = RangeExpression(index) {
                clamps += self.clamps(range, base, repair)
                guards += repair.guards(
                    conditions(for: range, base), before: access, naming: names,
                    because: "the slice can leave the collection")
            } else {
                remainders += wrapped(index, repair)
                guards += repair.guards(
                    conditions(for: index, base), before: access, naming: names,
                    because: "the index can lie outside of the collection")
                extra += inline(access, index, base, repair)
            }
        }
        for call in repair.point.nodes(FunctionCallExprSyntax.self, anywhere: false).prefix(6) {
            guard let method = call.calledExpression.as(MemberAccessExprSyntax.self), let base = method.base,
                ["remove", "swapAt", "insert", "replaceSubrange", "removeSubrange"].contains(
                    method.declName.baseName.text)
            else { continue }
            for argument in call.arguments where argument.label?.text != "with" {
                let index = argument.expression
                let collection = base.trimmedDescription
                let names = repair.names(in: base).union(repair.names(in: index))
                let range = RangeExpression(index)
                let isInsertion = method.declName.baseName.text == "insert"
                if isInsertion, argument.label?.text != "at" { continue }
                var wanted =
                    range.map { conditions(for: $0, collection) } ?? conditions(for: index, collection)
                if isInsertion {
                    let text = index.trimmedDescription
                    wanted = [
                        "\(text) >= 0, \(text) <= \(collection).count", "\(text) <= \(collection).count",
                    ]
                    extra.append(
                        repair.replace(
                            index, by: "min(\(text), \(collection).count)",
                            "Inserts at the end at the latest."))
                }
                guards += repair.guards(
                    wanted, before: call, naming: names,
                    because: "the index can lie outside of the collection")
            }
        }
        let loops = self.loops(repair)
        // In a loop over indices the bound is the likelier culprit.
        let inLoop = repair.point.nodes(SubscriptCallExprSyntax.self).first.map {
            $0.enclosing(ForStmtSyntax.self) != nil || $0.enclosing(WhileStmtSyntax.self) != nil
        }
        let rest = inLoop == true ? loops + clamps + guards + extra : clamps + guards + extra + loops
        return remainders + rest
    }

    /// `day % 7` to `(day % 7 + 7) % 7`: the remainder of a negative number is negative, and no index.
    private func wrapped(_ index: ExprSyntax, _ repair: Repair) -> [Candidate] {
        let name = index.as(DeclReferenceExprSyntax.self)?.baseName.text
        let value = name.flatMap { repair.initialValue(of: $0) } ?? index
        guard let infix = value.as(InfixOperatorExprSyntax.self), infix.operator.trimmedDescription == "%"
        else { return [] }
        let divisor = infix.rightOperand.trimmedDescription
        if infix.leftOperand.trimmedDescription.contains("+ \(divisor)") { return [] }
        return [
            repair.replace(
                value, by: "(\(infix.trimmedDescription) + \(divisor)) % \(divisor)",
                "Keeps the remainder from being negative.")
        ]
    }

    private func conditions(for index: ExprSyntax, _ base: String) -> [String] {
        let text = index.trimmedDescription
        if let literal = index.as(IntegerLiteralExprSyntax.self) {
            return literal.literal.text == "0"
                ? ["!\(base).isEmpty"] : ["\(base).count > \(literal.literal.text)", "!\(base).isEmpty"]
        }
        if text == "\(base).count - 1" { return ["!\(base).isEmpty"] }
        return [
            "\(base).indices.contains(\(text))", "\(text) >= 0, \(text) < \(base).count",
            "\(text) < \(base).count",
            "\(text) >= 0", "\(text) < \(base).endIndex", "!\(base).isEmpty",
        ]
    }

    private func conditions(for range: RangeExpression, _ base: String) -> [String] {
        var found: [String] = []
        if let lower = range.lower?.trimmedDescription {
            found += ["\(lower) < \(base).count", "\(lower) <= \(base).count", "\(lower) >= 0"]
        }
        if let upper = range.upper?.trimmedDescription {
            found += ["\(upper) <= \(base).count", "\(upper) < \(base).count"]
            if let lower = range.lower?.trimmedDescription {
                found += ["\(lower) >= 0, \(upper) <= \(base).count"]
            }
        }
        found.append("!\(base).isEmpty")
        return found
    }

    private func clamps(_ range: RangeExpression, _ base: String, _ repair: Repair) -> [Candidate] {
        var found: [Candidate] = []
        let reason = "the end of the slice can pass the end of the collection"
        if let upper = range.upper {
            let text = upper.trimmedDescription
            // A name bound just before is clamped where it is made.
            if let name = upper.as(DeclReferenceExprSyntax.self)?.baseName.text,
                let value = repair.initialValue(of: name)
            {
                found.append(
                    repair.replace(
                        value, by: "min(\(value.trimmedDescription), \(base).count)",
                        "Clamps `\(name)`: \(reason)."))
            }
            found.append(
                repair.replace(upper, by: "min(\(text), \(base).count)", "Clamps the end: \(reason)."))
            if let lower = range.lower {
                let lowerText = lower.trimmedDescription
                let clampUpper = TextEdit(upper.spliceRange, "min(\(text), \(base).count)")
                found.append(
                    repair.candidate(
                        "Clamps both ends of the slice to the collection.",
                        [TextEdit(lower.spliceRange, "min(\(lowerText), \(base).count)"), clampUpper]))
                found.append(
                    repair.candidate(
                        "Clamps both ends of the slice to the collection.",
                        [TextEdit(lower.spliceRange, "max(0, \(lowerText))"), clampUpper]))
            }
        }
        if let lower = range.lower {
            let text = lower.trimmedDescription
            found.append(
                repair.replace(lower, by: "max(0, \(text))", "Starts the slice at zero at the earliest."))
        }
        return found
    }

    private func inline(
        _ access: SubscriptCallExprSyntax, _ index: ExprSyntax, _ base: String, _ repair: Repair
    ) -> [Candidate] {
        let text = index.trimmedDescription
        var found = repair.defaults(for: access).prefix(8).map { value in
            repair.replace(
                access, by: "(\(base).indices.contains(\(text)) ? \(access.trimmedDescription) : \(value))",
                "Falls back to `\(value)` where the index lies outside of the collection.")
        }
        found.append(
            repair.replace(
                index, by: "min(\(text), \(base).count - 1)", "Clamps the index to the last element."))
        found.append(
            repair.replace(
                index, by: "max(0, min(\(text), \(base).count - 1))", "Clamps the index to the collection."))
        found.append(
            repair.replace(index, by: "\(text) % \(base).count", "Wraps the index around the collection."))
        found.append(
            repair.replace(index, by: "\(text) - 1", "Reads the element before: the index is one too high."))
        found.append(
            repair.replace(index, by: "\(text) + 1", "Reads the element after: the index is one too low."))
        if text == "0" {
            found.append(
                repair.replace(access, by: "\(base).first", "Takes the first element, which may not exist."))
        }
        return Array(found)
    }

    private func loops(_ repair: Repair) -> [Candidate] {
        guard let scope = repair.point.function else { return [] }
        var found: [Candidate] = []
        let accesses = repair.point.nodes(SubscriptCallExprSyntax.self)
        for infix in scope.node.descendants(InfixOperatorExprSyntax.self)
        where repair.file.line(of: infix) <= repair.point.line {
            let isBound =
                infix.enclosing(WhileStmtSyntax.self) != nil || infix.enclosing(ForStmtSyntax.self) != nil
                || infix.parent?.is(ConditionElementSyntax.self) == true
            switch infix.operator.trimmedDescription {
            case "...":
                found.append(
                    repair.replace(
                        infix.operator, by: "..<",
                        "Ends the range before its bound, as the bound is no index."))
                found.append(
                    repair.replace(
                        infix.rightOperand, by: "(\(infix.rightOperand.trimmedDescription) - 1)",
                        "Ends one element earlier."))
            case "..<" where isBound || infix.enclosing(ClosureExprSyntax.self) == nil:
                let upper = infix.rightOperand.trimmedDescription
                found.append(
                    repair.replace(infix.rightOperand, by: "(\(upper) - 1)", "Ends one element earlier."))
                if let base = accesses.first?.calledExpression.trimmedDescription, upper != "\(base).count" {
                    found.append(
                        repair.replace(
                            infix.rightOperand, by: "min(\(upper), \(base).count)",
                            "Ends with the collection."))
                }
            case "<=":
                found.append(
                    repair.replace(infix.operator, by: "<", "Stops before the bound, as it is no index."))
            case ">=":
                found.append(
                    repair.replace(infix.operator, by: ">", "Stops before the bound, as it is no index."))
            default:
                break
            }
        }
        // A `while` that reads ahead needs its bound in the condition.
        for access in accesses.prefix(2) {
            guard let index = access.arguments.first?.expression.trimmedDescription else { continue }
            let base = access.calledExpression.trimmedDescription
            var node = Syntax(access).parent
            while let current = node, !current.is(CodeBlockItemSyntax.self) {
                if let element = current.as(ConditionElementSyntax.self) {
                    found.append(
                        repair.candidate(
                            "Checks the bound before the element is read.",
                            [.insert("\(index) < \(base).count, ", at: element.spliceRange.lowerBound)]))
                    found.append(
                        repair.candidate(
                            "Checks the bound before the element is read.",
                            [.insert("\(index) >= 0, ", at: element.spliceRange.lowerBound)]))
                }
                node = current.parent
            }
            if let loop = access.enclosing(WhileStmtSyntax.self), let first = loop.conditions.first {
                found.append(
                    repair.candidate(
                        "Ends the loop with the collection.",
                        [.insert("\(index) < \(base).count, ", at: first.spliceRange.lowerBound)]))
            }
        }
        return found
    }
}
