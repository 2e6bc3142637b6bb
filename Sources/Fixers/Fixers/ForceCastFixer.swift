import Foundation
package import Incident
import SourceEdit
import SwiftSyntax

/// Replaces a forced cast by a conditional one.
package struct ForceCastFixer: Fixer {
    package let id = "force_cast"
    package let classes: Set<FailureClass> = [.forceCast]
    package let summary = "replaces a forced cast by a conditional one"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        var found: [Candidate] = []
        for point in points(diagnosis, patient) {
            let repair = Repair(id, diagnosis, patient, at: point)
            let casts = point.nodes(AsExprSyntax.self) { $0.questionOrExclamationMark?.text == "!" }
            for cast in casts.prefix(3) { found += candidates(for: cast, repair) }
        }
        return found
    }

    /// The place of the diagnosis; where a backtrace was lost, every cast to the type the message names.
    private func points(_ diagnosis: Diagnosis, _ patient: PatientSource) -> [FaultPoint] {
        if let point = FaultPoint(diagnosis.location, in: patient),
            !patient.tests.contains(where: { $0.path == point.file.path })
        {
            return [point]
        }
        let target = diagnosis.evidence.lazy.compactMap { line -> String? in
            guard let to = line.range(of: "' to '", options: .backwards) else { return nil }
            let name = line[to.upperBound...].prefix { $0 != "'" && $0 != " " }
            return name.split(separator: ".").last.map(String.init)
        }.first
        return patient.sources.flatMap { file in
            file.tree.descendants(AsExprSyntax.self)
                .filter { $0.questionOrExclamationMark?.text == "!" }
                .filter { target == nil || $0.type.trimmedDescription.contains(target ?? "") }
                .compactMap {
                    FaultPoint(Incident.SourceLocation(file: file.path, line: file.line(of: $0)), in: patient)
                }
        }
    }

    private func candidates(for cast: AsExprSyntax, _ repair: Repair) -> [Candidate] {
        let type = cast.type.trimmedDescription
        let optional = "\(cast.expression.trimmedDescription) as? \(type)"
        let reason = "the value can be of another type than `\(type)`"
        // `(x as! T)` is replaced with its parentheses.
        var node = ExprSyntax(cast)
        if let element = cast.parent?.as(LabeledExprSyntax.self),
            let tuple = element.parent?.parent?.as(TupleExprSyntax.self), tuple.elements.count == 1
        {
            node = ExprSyntax(tuple)
        }
        let bound = repair.guardLet(
            optional, replacing: node, name: repair.suggestedName(for: cast.expression),
            naming: repair.names(in: cast.expression), because: reason)
        var inline: [Candidate] = []
        let natural = Values.defaults(of: type, patient: repair.patient)
        for value in Values.distinct(natural + repair.defaults(for: cast)).prefix(20) where value != "nil" {
            inline.append(
                repair.replace(
                    node, by: "((\(optional)) ?? \(value))", "Falls back to `\(value)`: \(reason)."
                )
                .tidied(node, "(\(optional)) ?? \(value)"))
        }
        inline.insert(repair.replace(node, by: optional, "Passes the optional on: \(reason)."), at: 0)
        if let closure = cast.enclosing(ClosureExprSyntax.self), closure.statements.count == 1,
            let call = closure.parent?.as(FunctionCallExprSyntax.self),
            let access = call.calledExpression.as(MemberAccessExprSyntax.self),
            access.declName.baseName.text == "map"
        {
            inline.insert(
                repair.candidate(
                    "Leaves out elements of another type.",
                    [
                        TextEdit(access.declName.spliceRange, "compactMap"),
                        TextEdit(node.spliceRange, optional),
                    ]),
                at: 0)
        }
        let isBinding = cast.enclosing(CodeBlockItemSyntax.self)?.item.is(VariableDeclSyntax.self) ?? false
        return isBinding ? bound + inline : Array(inline.prefix(2)) + bound + inline.dropFirst(2)
    }
}

extension Candidate {
    /// Without the outer parentheses where the expression stands alone behind `=` or `return`.
    fileprivate func tidied(_ node: ExprSyntax, _ bare: String) -> Candidate {
        guard
            node.parent?.is(InitializerClauseSyntax.self) == true
                || node.parent?.is(ReturnStmtSyntax.self) == true
                || node.parent?.is(CodeBlockItemSyntax.self) == true
        else { return self }
        var copy = self
        copy.edits[0].edits = [TextEdit(node.spliceRange, bare)]
        return copy
    }
}
