package import Incident
import SourceEdit
import SwiftSyntax

/// Lets an error travel or handles it, where `try!` trapped.
package struct ForceTryFixer: Fixer {
    package let id = "force_try"
    package let classes: Set<FailureClass> = [.forceTry]
    package let summary = "lets an error travel or handles it where try! trapped"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        return repair.point.nodes(TryExprSyntax.self) { $0.questionOrExclamationMark?.text == "!" }
            .prefix(3).flatMap { candidates(for: $0, repair) }
    }

    private func candidates(for attempt: TryExprSyntax, _ repair: Repair) -> [Candidate] {
        let call = attempt.expression.trimmedDescription
        let scope = FunctionContext.around(attempt, closures: true)
        var node = ExprSyntax(attempt)
        if let element = attempt.parent?.as(LabeledExprSyntax.self),
            let tuple = element.parent?.parent?.as(TupleExprSyntax.self), tuple.elements.count == 1
        {
            node = ExprSyntax(tuple)
        }
        let plain = repair.replace(
            attempt, by: "try \(call)", "Lets the error travel to the caller, which handles errors.")
        let bound = repair.guardLet(
            "try? \(call)", replacing: node, name: repair.suggestedName(for: attempt.expression),
            naming: repair.names(in: attempt.expression), because: "the call can throw")
        var inline = [repair.replace(node, by: "try? \(call)", "Turns the error into nil.")]
        for value in repair.defaults(for: attempt) where value != "nil" {
            let alone =
                node.parent?.is(InitializerClauseSyntax.self) == true
                || node.parent?.is(ReturnStmtSyntax.self) == true
                || node.parent?.is(CodeBlockItemSyntax.self) == true
            let text = "(try? \(call)) ?? \(value)"
            inline.append(
                repair.replace(
                    node, by: alone ? text : "(\(text))", "Falls back to `\(value)` when the call throws."))
        }
        if let closure = attempt.enclosing(ClosureExprSyntax.self), closure.statements.count == 1,
            let outer = closure.parent?.as(FunctionCallExprSyntax.self),
            let access = outer.calledExpression.as(MemberAccessExprSyntax.self)
        {
            if access.declName.baseName.text == "map" {
                inline.insert(
                    repair.candidate(
                        "Leaves out elements for which the call throws.",
                        [
                            TextEdit(access.declName.spliceRange, "compactMap"),
                            TextEdit(node.spliceRange, "try? \(call)"),
                        ]),
                    at: 0)
            }
            // A rethrowing caller needs its own `try`.
            let isMarked = outer.parent?.is(TryExprSyntax.self) == true
            if !isMarked, let function = repair.point.function, function.isThrowing {
                inline.insert(
                    repair.candidate(
                        "Lets the error travel to the caller, which handles errors.",
                        [
                            .insert("try ", at: outer.spliceRange.lowerBound),
                            TextEdit(attempt.spliceRange, "try \(call)"),
                        ]), at: 0)
            }
        }
        inline += caught(attempt, repair)
        let isBinding = attempt.enclosing(CodeBlockItemSyntax.self)?.item.is(VariableDeclSyntax.self) ?? false
        let rest = isBinding ? bound + inline : Array(inline.prefix(2)) + bound + inline.dropFirst(2)
        return scope?.isThrowing == true || repair.point.function?.isThrowing == true
            ? [plain] + rest : rest + [plain]
    }

    /// `do { … } catch { exit }` around the statement, for errors that become another error or a value.
    private func caught(_ attempt: TryExprSyntax, _ repair: Repair) -> [Candidate] {
        guard let placement = repair.placements(for: attempt, naming: []).first else { return [] }
        let statement = placement.statement
        let isReturn = statement.item.is(ReturnStmtSyntax.self)
        let text = statement.trimmedDescription.replacing("try!", with: "try")
        guard isReturn || statement.item.is(ExprSyntax.self) else { return [] }
        let unit = repair.file.indentUnit
        let indentation = repair.file.indentation(of: statement)
        return repair.exits(placement, subjects: []).statements.prefix(12).map { exit in
            let lines = [
                "do {", indentation + unit + text.replacing("\n", with: "\n" + unit),
                indentation + "} catch {",
                indentation + unit + exit, indentation + "}",
            ]
            return repair.replace(
                statement, by: lines.joined(separator: "\n"), "Catches the error and leaves with `\(exit)`.")
        }
    }
}
