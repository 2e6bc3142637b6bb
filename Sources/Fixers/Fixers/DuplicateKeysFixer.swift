package import Incident
import SourceEdit
import SwiftSyntax

/// Says what happens when a dictionary is made from pairs with equal keys.
package struct DuplicateKeysFixer: Fixer {
    package let id = "duplicate_keys"
    package let classes: Set<FailureClass> = [.duplicateKeys]
    package let summary = "says which value stays when keys are equal"

    package init() {}

    private static let rules = [
        ("{ first, _ in first }", "Keeps the first value of equal keys."),
        ("{ _, last in last }", "Keeps the last value of equal keys."),
        ("+", "Adds up the values of equal keys."),
        ("max", "Keeps the largest value of equal keys."),
        ("min", "Keeps the smallest value of equal keys."),
    ]

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        var found: [Candidate] = []
        for call in repair.point.nodes(FunctionCallExprSyntax.self) {
            guard let argument = call.arguments.first, argument.label?.text == "uniqueKeysWithValues" else {
                continue
            }
            let pairs = argument.expression.trimmedDescription
            for (rule, rationale) in Self.rules {
                found.append(
                    repair.replace(argument, by: "\(pairs), uniquingKeysWith: \(rule)", rationale))
            }
        }
        for literal in repair.point.nodes(DictionaryExprSyntax.self) {
            guard case .elements(let elements) = literal.content else { continue }
            let keys = elements.map(\.key.trimmedDescription)
            for (index, element) in elements.enumerated() {
                guard let twin = keys.firstIndex(of: element.key.trimmedDescription), twin < index else {
                    continue
                }
                let earlier = Array(elements)[twin]
                let remove = { (element: DictionaryElementSyntax, rationale: String) in
                    let end = element.endPosition.utf8Offset
                    return repair.candidate(rationale, [TextEdit(element.position.utf8Offset..<end, "")])
                }
                found.append(remove(element, "Keeps the first entry of a key that stands twice."))
                found.append(remove(earlier, "Keeps the last entry of a key that stands twice."))
            }
        }
        return found
    }
}
