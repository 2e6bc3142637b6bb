package import Incident
import SourceEdit
import SwiftSyntax

/// Takes from a collection only what it holds.
package struct EmptyCollectionFixer: Fixer {
    package let id = "empty_collection"
    package let classes: Set<FailureClass> = [.emptyCollection]
    package let summary = "takes from a collection only what it holds"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        var found: [Candidate] = []
        for call in repair.point.nodes(FunctionCallExprSyntax.self) {
            guard let access = call.calledExpression.as(MemberAccessExprSyntax.self), let base = access.base
            else {
                continue
            }
            let collection = base.trimmedDescription
            let method = access.declName.baseName.text
            guard ["removeFirst", "removeLast"].contains(method) else { continue }
            let names = repair.names(in: call)
            if let count = call.arguments.first?.expression {
                let text = count.trimmedDescription
                found.append(
                    repair.replace(
                        count, by: "min(\(text), \(collection).count)", "Removes no more than there is."))
                found += repair.guards(
                    ["\(text) <= \(collection).count", "!\(collection).isEmpty"], before: call, naming: names,
                    because: "there can be fewer elements than are removed")
            } else {
                found += loops(call, collection, repair)
                found += repair.guards(
                    ["!\(collection).isEmpty"], before: call, naming: names,
                    because: "the collection can be empty")
                if method == "removeLast" {
                    found.append(
                        repair.replace(
                            access.declName, by: "popLast", "Takes the last element if there is one."))
                    for value in repair.defaults(for: call).prefix(8) where value != "nil" {
                        found.append(
                            repair.replace(
                                call, by: "(\(collection).popLast() ?? \(value))",
                                "Falls back to `\(value)` when the collection is empty."))
                    }
                }
                for value in repair.defaults(for: call).prefix(8) {
                    found.append(
                        repair.replace(
                            call, by: "(\(collection).isEmpty ? \(value) : \(call.trimmedDescription))",
                            "Falls back to `\(value)` when the collection is empty."))
                }
                if let statement = call.enclosing(CodeBlockItemSyntax.self) {
                    let text = statement.trimmedDescription
                    if statement.item.id.hashValue == call.id.hashValue || !text.hasPrefix("return"),
                        !text.hasPrefix("let"), !text.hasPrefix("var"), !text.contains("\n")
                    {
                        found.append(
                            repair.replace(
                                statement, by: "if !\(collection).isEmpty { \(text) }",
                                "Removes only from a collection that holds something."))
                    }
                }
            }
        }
        return found
    }

    /// A loop that takes elements until something else is true ends with the collection, too.
    private func loops(_ call: FunctionCallExprSyntax, _ collection: String, _ repair: Repair) -> [Candidate]
    {
        guard let loop = call.enclosing(WhileStmtSyntax.self), let first = loop.conditions.first else {
            return []
        }
        var found = [
            repair.candidate(
                "Ends the loop when the collection is empty.",
                [.insert("!\(collection).isEmpty, ", at: first.spliceRange.lowerBound)])
        ]
        if first.condition.trimmedDescription == "true", loop.conditions.count == 1 {
            found.insert(
                repair.replace(
                    first, by: "!\(collection).isEmpty", "Ends the loop when the collection is empty."), at: 0
            )
        }
        return found
    }
}
