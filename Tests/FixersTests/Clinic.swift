import Fixers
import Incident
import SourceEdit

/// A patient of one source file and one test file, and what is wrong with it.
struct Clinic {
    var source: String
    var test: String
    var patient: PatientSource

    init(source: String, test: String) {
        self.source = source
        self.test = test
        patient = PatientSource(
            sources: [SourceFile(path: "Sources/Kit/Kit.swift", text: source)],
            tests: [SourceFile(path: "Tests/KitTests/KitTests.swift", text: test)])
    }

    /// One-based line of the first row of a text that contains `marker`.
    static func line(of marker: String, in text: String) -> Int {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        return (rows.firstIndex { $0.contains(marker) } ?? -1) + 1
    }

    func diagnosis(
        _ failureClass: FailureClass, at marker: String, test name: String = "KitTests.KitTests/testIt",
        expecting expectation: String? = nil, evidence: [String] = []
    ) -> Diagnosis {
        Diagnosis(
            failureClass: failureClass, signature: "test",
            location: SourceLocation(file: "Sources/Kit/Kit.swift", line: Self.line(of: marker, in: source)),
            confidence: .high, evidence: evidence, test: name,
            testLocation: expectation.map {
                SourceLocation(file: "Tests/KitTests/KitTests.swift", line: Self.line(of: $0, in: test))
            })
    }

    /// The source after each candidate, best first.
    func healed(_ diagnosis: Diagnosis) -> [String] {
        FixerCatalogue.candidates(for: diagnosis, in: patient).compactMap { candidate in
            candidate.edits.first?.edits.applied(to: source)
        }
    }
}
