import Incident
import SourceEdit
import SwiftSyntax

/// What a failing test wants, read from its source.
package enum TestExpectation: Sendable, Hashable {
    /// An error as the test writes it: `RatioError.emptyTotal`, `.emptyTotal`, or a type for any of its cases.
    case error(String)
    case anyError
    case absent
    /// An expression that the result must equal.
    case value(String)

    /// What the failing test of a diagnosis expects, the statement named by the evidence first.
    static func all(for diagnosis: Diagnosis, in patient: PatientSource) -> [TestExpectation] {
        guard let name = diagnosis.test, let (file, test) = TestFunction.find(name, diagnosis, in: patient)
        else {
            return []
        }
        let line = diagnosis.testLocation?.line
        var near: [TestExpectation] = []
        var other: [TestExpectation] = []
        for assertion in Assertion.all(in: test) {
            let covers = line.map { file.lines(of: assertion.node).contains($0) } ?? false
            if covers {
                near += assertion.expectations
            } else {
                other += assertion.expectations
            }
        }
        var seen: Set<TestExpectation> = []
        return (near + other).filter { seen.insert($0).inserted }
    }

    /// The expressions that results are compared with.
    static func values(_ expectations: [TestExpectation]) -> [String] {
        expectations.compactMap { if case .value(let text) = $0 { text } else { nil } }
    }
}
