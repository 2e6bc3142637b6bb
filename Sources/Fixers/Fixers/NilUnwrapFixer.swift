package import Incident
import SourceEdit
import SwiftSyntax

/// Replaces a forced unwrap by handling of `nil`.
package struct NilUnwrapFixer: Fixer {
    package let id = "nil_unwrap"
    package let classes: Set<FailureClass> = [.nilUnwrap]
    package let summary = "replaces a forced unwrap by handling of nil"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        return repair.point.nodes(ForceUnwrapExprSyntax.self).prefix(4)
            .flatMap { candidates(for: $0, repair) }
    }

    private func candidates(for unwrap: ForceUnwrapExprSyntax, _ repair: Repair) -> [Candidate] {
        var optional = unwrap.expression.trimmedDescription
        if let tuple = unwrap.expression.as(TupleExprSyntax.self), tuple.elements.count == 1,
            let inner = tuple.elements.first?.expression,
            inner.is(FunctionCallExprSyntax.self) || inner.is(MemberAccessExprSyntax.self)
                || inner.is(SubscriptCallExprSyntax.self) || inner.is(OptionalChainingExprSyntax.self)
        {
            optional = inner.trimmedDescription
        }
        let reason = "the value can be nil"
        let bound = repair.guardLet(
            optional, replacing: unwrap, name: repair.suggestedName(for: unwrap.expression),
            naming: repair.names(in: unwrap.expression), because: reason)
        var inline: [Candidate] = []
        let needsParentheses =
            unwrap.parent?.is(MemberAccessExprSyntax.self) == true
            || unwrap.parent?.is(InfixOperatorExprSyntax.self) == true
            || unwrap.parent?.is(SubscriptCallExprSyntax.self) == true
            || unwrap.parent?.is(FunctionCallExprSyntax.self) == true
        for value in repair.defaults(for: unwrap) where value != "nil" {
            let text = "\(optional) ?? \(value)"
            inline.append(
                repair.replace(
                    unwrap, by: needsParentheses ? "(\(text))" : text,
                    "Falls back to `\(value)`: \(reason)."))
        }
        inline.append(repair.replace(unwrap, by: optional, "Passes the optional on: \(reason)."))
        if let access = unwrap.parent?.as(MemberAccessExprSyntax.self),
            access.base?.id == ExprSyntax(unwrap).id
        {
            inline.append(repair.replace(unwrap, by: optional + "?", "Chains over nil: \(reason)."))
            // `x!.y` in a larger expression may want a default behind the whole chain.
            var outer = ExprSyntax(access)
            while let parent = outer.parent {
                if let call = parent.as(FunctionCallExprSyntax.self), call.calledExpression.id == outer.id {
                    outer = ExprSyntax(call)
                } else if let next = parent.as(MemberAccessExprSyntax.self), next.base?.id == outer.id {
                    outer = ExprSyntax(next)
                } else {
                    break
                }
            }
            for value in repair.defaults(for: unwrap).prefix(10) where value != "nil" {
                inline.append(
                    repair.candidate(
                        "Chains over nil and falls back to `\(value)`: \(reason).",
                        [
                            TextEdit(unwrap.spliceRange, optional + "?"),
                            .insert(" ?? \(value)", at: outer.spliceRange.upperBound),
                        ]))
            }
        }
        if let compact = compactMap(unwrap, optional, repair) { inline.insert(compact, at: 0) }
        // A binding reads best where the value gets a name or the function can leave early.
        let statement = unwrap.enclosing(CodeBlockItemSyntax.self)
        let isBinding = statement?.item.is(VariableDeclSyntax.self) ?? false
        return isBinding ? bound + inline : interleave(inline, bound)
    }

    private func compactMap(_ unwrap: ForceUnwrapExprSyntax, _ optional: String, _ repair: Repair)
        -> Candidate?
    {
        guard let closure = unwrap.enclosing(ClosureExprSyntax.self),
            let call = closure.parent?.as(FunctionCallExprSyntax.self),
            let access = call.calledExpression.as(MemberAccessExprSyntax.self),
            access.declName.baseName.text == "map"
        else { return nil }
        let isWhole =
            closure.statements.count == 1
            && closure.statements.first?.item.id.hashValue == unwrap.id.hashValue
        let replacement =
            isWhole || unwrap.parent?.is(MemberAccessExprSyntax.self) != true ? optional : optional + "?"
        return repair.candidate(
            "Leaves out elements that are nil.",
            [
                TextEdit(access.declName.spliceRange, "compactMap"),
                TextEdit(unwrap.spliceRange, replacement),
            ])
    }

    private func interleave(_ a: [Candidate], _ b: [Candidate]) -> [Candidate] {
        var result: [Candidate] = []
        for index in 0..<Swift.max(a.count, b.count) {
            if index < b.count { result.append(b[index]) }
            if index < a.count { result.append(a[index]) }
        }
        return result
    }
}
