package import Incident
import SourceEdit

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
        let candidates = fixers.filter { $0.classes.contains(diagnosis.failureClass) }
            .flatMap { $0.candidates(for: diagnosis, in: patient) }
        return withoutFavours(candidates, diagnosis, patient).distinct(in: patient)
    }

    /// Candidates that hand a test the very constant it compares with go last: they please that test and no other.
    ///
    /// Where a case or a declaration is missing, tests are the only ones that know the constant.
    private static func withoutFavours(
        _ candidates: [Candidate], _ diagnosis: Diagnosis, _ patient: PatientSource
    ) -> [Candidate] {
        guard diagnosis.failureClass != .fatalError, diagnosis.failureClass != .buildError else {
            return candidates
        }
        let usual: Set<String> = [
            "0", "1", "-1", "\"\"", "[]", "[:]", "nil", "true", "false", ".max", ".min",
        ]
        let text = patient.file(diagnosis.location?.file ?? "")?.text ?? ""
        let favours = TestExpectation.values(TestExpectation.all(for: diagnosis, in: patient))
            .filter { !usual.contains($0) && !text.contains($0) }
        guard !favours.isEmpty else { return candidates }
        let isFavour = { (candidate: Candidate) in
            candidate.edits.flatMap(\.edits).contains { edit in
                favours.contains {
                    edit.replacement.contains("return \($0) }") || edit.replacement.hasSuffix(": \($0))")
                }
            }
        }
        return candidates.filter { !isFavour($0) } + candidates.filter(isFavour)
    }
}
