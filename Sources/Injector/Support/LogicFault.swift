import Incident
import SourceEdit

/// A fault that crashes nothing: the program answers, and the answer is wrong.
///
/// It is one of the small changes that mutation testing makes, chosen by its operator family.
protocol LogicFault: Fault {
    /// Ids of operator families.
    var operators: Set<String> { get }
    /// What the changes are proposed for: those for repair are more.
    var purpose: MutationScope.Purpose { get }
    /// Whether one of their changes is what this fault is about.
    func takes(_ mutation: Mutation) -> Bool
}

extension LogicFault {
    package var failureClass: FailureClass { .assertionFailure }

    var purpose: MutationScope.Purpose { .testing }

    func takes(_ mutation: Mutation) -> Bool { true }

    package func sites(in file: SourceFile) -> [FaultSite] {
        OperatorCatalogue.mutations(
            in: file, module: Ingredients(module: [file]), operators: operators, purpose: purpose
        )
        .filter(takes)
        .map { mutation in
            FaultSite(
                file: file.path, line: mutation.line, function: mutation.function, summary: mutation.summary,
                edit: FileEdit(path: file.path, edits: mutation.edits), symptom: mutation.line...mutation.line
            )
        }
    }
}
