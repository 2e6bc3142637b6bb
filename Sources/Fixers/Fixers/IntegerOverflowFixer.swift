package import Incident
import SourceEdit
import SwiftSyntax

/// Detects, saturates or wraps arithmetic that leaves its type.
package struct IntegerOverflowFixer: Fixer {
    package let id = "integer_overflow"
    package let classes: Set<FailureClass> = [.integerOverflow]
    package let summary = "detects, saturates or wraps arithmetic that leaves its type"

    package init() {}

    private static let methods = [
        "+": ("addingReportingOverflow", "", "sum"), "-": ("subtractingReportingOverflow", "", "difference"),
        "*": ("multipliedReportingOverflow", "by: ", "product"),
        "/": ("dividedReportingOverflow", "by: ", "quotient"),
        "%": ("remainderReportingOverflow", "dividingBy: ", "rest"),
    ]

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        var checked: [Candidate] = []
        var other: [Candidate] = []
        let operations = repair.point.nodes(InfixOperatorExprSyntax.self) {
            let symbol = $0.operator.trimmedDescription
            return Self.methods[symbol] != nil
                || Self.methods[String(symbol.dropLast())] != nil && symbol.hasSuffix("=")
                    && symbol.count == 2
        }
        for operation in operations.prefix(4) {
            let symbol = operation.operator.trimmedDescription
            if symbol.hasSuffix("=") {
                checked += compound(operation, String(symbol.dropLast()), repair)
            } else {
                checked += self.checked(operation, symbol, repair)
            }
            other += conditions(operation, symbol, repair)
        }
        other += wrapping(Array(operations.prefix(4)), repair)
        for negation in repair.point.nodes(PrefixOperatorExprSyntax.self, where: { $0.operator.text == "-" })
            .prefix(2)
        {
            let text = negation.expression.trimmedDescription
            other += repair.guards(
                ["\(text) != .min"], before: negation, naming: repair.names(in: negation),
                because: "the smallest value has no opposite")
            other.append(
                repair.replace(
                    negation, by: "(0 &- \(text))", "Wraps, as the smallest value has no opposite."))
            other.append(repair.replace(negation, by: "(\(text) == .min ? .max : -\(text))", "Saturates."))
        }
        for call in repair.point.nodes(FunctionCallExprSyntax.self, anywhere: false)
        where call.calledExpression.trimmedDescription == "abs" {
            guard let value = call.arguments.first?.expression else { continue }
            let text = value.trimmedDescription
            other += repair.guards(
                ["\(text) != .min"], before: call, naming: repair.names(in: value),
                because: "the smallest value has no magnitude of its own type")
            other.append(repair.replace(call, by: "(\(text) == .min ? .max : abs(\(text)))", "Saturates."))
            other.append(
                repair.replace(
                    call, by: "\(text).magnitude", "Uses the unsigned magnitude, which always exists."))
        }
        for call in repair.point.nodes(FunctionCallExprSyntax.self, anywhere: false) {
            guard let access = call.calledExpression.as(MemberAccessExprSyntax.self),
                access.declName.baseName.text == "reduce", let last = call.arguments.last?.expression,
                ["+", "*"].contains(last.trimmedDescription)
            else { continue }
            other.append(repair.replace(last, by: "&" + last.trimmedDescription, "Wraps around on overflow."))
        }
        return checked + other
    }

    /// `a * b` → `let (product, overflow) = a.multipliedReportingOverflow(by: b)` and a guard.
    private func checked(_ operation: InfixOperatorExprSyntax, _ symbol: String, _ repair: Repair)
        -> [Candidate]
    {
        guard let (method, label, noun) = Self.methods[symbol],
            let placement = repair.placements(for: operation, naming: repair.names(in: operation)).first
        else { return [] }
        let (name, flag) = names(noun, placement.scope)
        let left = receiver(operation.leftOperand)
        let call = "\(left).\(method)(\(label)\(operation.rightOperand.trimmedDescription))"
        let head = "let (\(name), \(flag)) = \(call)\n"
        var found: [Candidate] = []
        let exits = repair.exits(placement, subjects: repair.names(in: operation).sorted())
        for exit in exits.statements.prefix(16) {
            found.append(
                repair.candidate(
                    "Detects the overflow of `\(symbol)` and leaves with `\(exit)`.",
                    [
                        repair.insertion(
                            head + "guard !\(flag) else { \(exit) }", before: placement.statement),
                        TextEdit(operation.spliceRange, name),
                    ]))
        }
        for limit in [".max", ".min"] {
            found.append(
                repair.candidate(
                    "Saturates at `\(limit)` where `\(symbol)` overflows.",
                    [
                        repair.insertion(String(head.dropLast()), before: placement.statement),
                        TextEdit(operation.spliceRange, "(\(flag) ? \(limit) : \(name))"),
                    ]))
        }
        // Operands that overflow in their turn are checked as well.
        if let inner = nested(operation),
            let (innerMethod, innerLabel, innerNoun) = Self.methods[inner.operator.trimmedDescription]
        {
            let (innerName, innerFlag) = (innerNoun == noun ? "partial" : innerNoun, "partialOverflow")
            let innerCall =
                "\(receiver(inner.leftOperand)).\(innerMethod)(\(innerLabel)\(inner.rightOperand.trimmedDescription))"
            let isLeft = operation.leftOperand.spliceRange.contains(inner.spliceRange.lowerBound)
            let outerCall =
                isLeft
                ? "\(innerName).\(method)(\(label)\(operation.rightOperand.trimmedDescription))"
                : "\(left).\(method)(\(label)\(innerName))"
            for exit in exits.statements.prefix(8) {
                found.append(
                    repair.candidate(
                        "Detects the overflow of both operations and leaves with `\(exit)`.",
                        [
                            repair.insertion(
                                "let (\(innerName), \(innerFlag)) = \(innerCall)\n"
                                    + "let (\(name), \(flag)) = \(outerCall)\n"
                                    + "guard !\(innerFlag), !\(flag) else { \(exit) }",
                                before: placement.statement),
                            TextEdit(operation.spliceRange, name),
                        ]))
            }
            for limit in [".max"] {
                found.append(
                    repair.candidate(
                        "Saturates at `\(limit)` where either operation overflows.",
                        [
                            repair.insertion(
                                "let (\(innerName), \(innerFlag)) = \(innerCall)\n"
                                    + "let (\(name), \(flag)) = \(outerCall)", before: placement.statement),
                            TextEdit(operation.spliceRange, "(\(innerFlag) || \(flag) ? \(limit) : \(name))"),
                        ]))
            }
        }
        return found
    }

    /// `total += x` → the same with a check before the assignment.
    private func compound(_ operation: InfixOperatorExprSyntax, _ symbol: String, _ repair: Repair)
        -> [Candidate]
    {
        guard let (method, label, noun) = Self.methods[symbol],
            let placement = repair.placements(for: operation, naming: repair.names(in: operation)).first
        else { return [] }
        let target = operation.leftOperand.trimmedDescription
        let (name, flag) = names(noun, placement.scope)
        let head =
            "let (\(name), \(flag)) = \(target).\(method)(\(label)\(operation.rightOperand.trimmedDescription))\n"
        var found: [Candidate] = []
        for exit in repair.exits(placement, subjects: repair.names(in: operation).sorted()).statements.prefix(
            16)
        {
            found.append(
                repair.candidate(
                    "Detects the overflow of `\(symbol)=` and leaves with `\(exit)`.",
                    [
                        repair.insertion(
                            head + "guard !\(flag) else { \(exit) }", before: placement.statement),
                        TextEdit(operation.spliceRange, "\(target) = \(name)"),
                    ]))
        }
        for limit in [".max", ".min"] {
            found.append(
                repair.candidate(
                    "Saturates at `\(limit)` where `\(symbol)=` overflows.",
                    [
                        repair.insertion(String(head.dropLast()), before: placement.statement),
                        TextEdit(operation.spliceRange, "\(target) = \(flag) ? \(limit) : \(name)"),
                    ]))
        }
        return found
    }

    /// Guards that keep the operands in range.
    private func conditions(_ operation: InfixOperatorExprSyntax, _ symbol: String, _ repair: Repair)
        -> [Candidate]
    {
        let left = operation.leftOperand.trimmedDescription
        let right = operation.rightOperand.trimmedDescription
        let conditions: [String]
        switch symbol.first {
        case "*": conditions = ["\(left) <= .max / \(right)", "\(left).magnitude <= .max / \(right)"]
        case "+": conditions = ["\(left) <= .max - \(right)"]
        case "-": conditions = ["\(left) >= \(right)", "\(left) > \(right)", "\(left) >= .min + \(right)"]
        default: conditions = []
        }
        guard !conditions.isEmpty else { return [] }
        var found = repair.guards(
            conditions, before: operation, naming: repair.names(in: operation),
            because: "the result does not always fit", exitLimit: 6)
        if symbol == "-" {
            found.append(
                repair.replace(
                    operation, by: "(\(left) > \(right) ? \(left) - \(right) : 0)",
                    "Ends at zero where the result would be negative."))
        }
        return found
    }

    private func wrapping(_ operations: [InfixOperatorExprSyntax], _ repair: Repair) -> [Candidate] {
        let plain = operations.filter {
            ["+", "-", "*", "+=", "-=", "*="].contains($0.operator.trimmedDescription)
        }
        var found = plain.map {
            repair.replace(
                $0.operator, by: "&" + $0.operator.trimmedDescription,
                "Wraps around on overflow, as hashes do.")
        }
        if plain.count > 1 {
            found.append(
                repair.candidate(
                    "Wraps around on overflow, as hashes do.",
                    plain.map { TextEdit($0.operator.spliceRange, "&" + $0.operator.trimmedDescription) }))
        }
        return found
    }

    private func nested(_ operation: InfixOperatorExprSyntax) -> InfixOperatorExprSyntax? {
        for side in [operation.leftOperand, operation.rightOperand] {
            if let inner = side.as(InfixOperatorExprSyntax.self),
                Self.methods[inner.operator.trimmedDescription] != nil
            {
                return inner
            }
        }
        return nil
    }

    private func receiver(_ expression: ExprSyntax) -> String {
        let text = expression.trimmedDescription
        let isSimple =
            expression.is(DeclReferenceExprSyntax.self) || expression.is(MemberAccessExprSyntax.self)
            || expression.is(FunctionCallExprSyntax.self) || expression.is(SubscriptCallExprSyntax.self)
            || expression.is(TupleExprSyntax.self)
        return isSimple ? text : "(\(text))"
    }

    private func names(_ noun: String, _ scope: FunctionContext) -> (String, String) {
        let used = Set(scope.node.descendants(TokenSyntax.self).map(\.text)).union(
            scope.parameters.map(\.name))
        let name = [noun, "result", "checked", "outcome"].first { !used.contains($0) } ?? noun + "Checked"
        let flag =
            ["overflow", "didOverflow", "overflowed"].first { !used.contains($0) } ?? noun + "Overflow"
        return (name, flag)
    }
}
