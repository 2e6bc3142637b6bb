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

    /// Candidates that hand a test the very constant it compares with go last: they please that test and no other. One
    /// that nobody would choose to stand for "no result" is the answer to that test's question, and does not go at all.
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
        let answers = answers(among: favours, patient)
        let fair = candidates.filter { candidate in
            answers.isEmpty
                || candidate.edits.flatMap(\.edits).allSatisfy {
                    Literals.of($0.replacement).isDisjoint(with: answers)
                }
        }
        return fair.filter { !isFavour($0) } + fair.filter(isFavour)
    }

    /// Literals that are the answer to one question rather than a sign for none: long numbers, strings with one, long
    /// strings, and those of lists.
    private static func answers(among values: [String], _ patient: PatientSource) -> Set<String> {
        let known = patient.sources.reduce(into: Set<String>()) { $0.formUnion(Literals.of($1)) }
        return values.reduce(into: Set<String>()) { found, value in
            let literals = Literals.of(value).subtracting(known)
            let isList = literals.count > 1
            found.formUnion(
                literals.filter { isList || $0.count(where: \.isNumber) >= 3 || $0.count > 26 })
        }
    }
}
