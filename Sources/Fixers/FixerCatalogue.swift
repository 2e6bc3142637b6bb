package import Incident

/// Every fixer the lab has, in the order they are asked.
package struct FixerCatalogue: Sendable {
    package static let all: [any Fixer] = [
        ZeroDivisionFixer(), NilUnwrapFixer(), IndexOutOfRangeFixer(), IntegerOverflowFixer(),
        InvalidRangeFixer(),
        NegativeCountFixer(), EmptyCollectionFixer(), ForceCastFixer(), ForceTryFixer(), DuplicateKeysFixer(),
        LossyConversionFixer(), StackOverflowFixer(), InfiniteLoopFixer(), FatalErrorFixer(),
        PreconditionFixer(),
        BuildErrorFixer(),
    ]

    /// Distinct candidates of every fixer that covers the diagnosis' class, best first.
    package static func candidates(
        for diagnosis: Diagnosis, in patient: PatientSource, fixers: [any Fixer] = all
    ) -> [Candidate] {
        fixers.filter { $0.classes.contains(diagnosis.failureClass) }
            .flatMap { $0.candidates(for: diagnosis, in: patient) }
            .distinct(in: patient)
    }
}
