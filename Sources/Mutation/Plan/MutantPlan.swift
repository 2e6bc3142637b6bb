package import Incident
import SourceEdit

/// Every mutant that a run is about, skipped ones included.
package struct MutantPlan: Sendable {
    /// Sorted by path, place and operator.
    package var mutants: [PlannedMutant]
    /// Files with mutants.
    let sources: [String: SourceFile]

    /// As a record has them.
    package var files: [MutationRecord.File] {
        Set(mutants.map(\.mutant.path)).sorted().compactMap { path in
            sources[path].map { MutationRecord.File(path: path, source: $0.text) }
        }
    }

    /// What a mutant's file holds under it.
    package func text(under planned: PlannedMutant) -> String? {
        sources[planned.mutant.path].flatMap { planned.mutation.edits.applied(to: $0.text) }
    }
}
