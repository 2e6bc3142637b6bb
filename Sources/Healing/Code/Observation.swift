package import Classifier
package import Incident
package import Workspace

/// What a build and a test run showed of a commit.
package struct Observation: Sendable {
    package var build: BuildRun
    /// Nil when the build failed.
    package var tests: TestRun?

    package var isGreen: Bool { tests?.succeeded ?? false }

    /// Tests that did not pass, by the names they are selected with.
    package var failing: Set<String> {
        Set(
            (tests?.outcomes ?? []).filter { $0.result != .passed && $0.result != .skipped }.map(\.test))
    }

    package var evidence: [Evidence] {
        guard let tests else { return [build.evidence] }
        return tests.evidence
    }

    /// Root failures first, every failure once.
    package func diagnoses(_ classifier: Classifier) -> [Diagnosis] {
        var found: [Diagnosis] = []
        var seen: Set<String> = []
        for (order, diagnosis) in evidence.flatMap({ classifier.classify($0) }).enumerated() {
            let place = diagnosis.location.map { "\($0.file):\($0.line)" } ?? "\(order)"
            if seen.insert(diagnosis.failureClass.rawValue + place).inserted { found.append(diagnosis) }
        }
        return found.enumerated()
            .sorted { (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset) }
            .map(\.element)
    }

    /// What ends a program hides what only fails a test.
    private static func rank(_ diagnosis: Diagnosis) -> Int {
        switch diagnosis.failureClass {
        case .buildError, .missingTestProduct: 0
        case .unexpectedError: 2
        case .assertionFailure: 3
        case .noTests, .unknown: 4
        default: 1
        }
    }

    package var counts: IncidentData.Verification.Tests? {
        guard let tests else { return nil }
        let failed = failing
        return IncidentData.Verification.Tests(
            total: tests.outcomes.count, passed: tests.count(.passed), failed: failed.count,
            skipped: tests.count(.skipped), failing: failed.sorted())
    }

    package var line: String {
        guard let counts else { return "the package does not build" }
        let failed = counts.failed == 0 ? "" : ", \(counts.failed) failed"
        let skipped = counts.skipped == 0 ? "" : ", \(counts.skipped) skipped"
        return "\(counts.passed) passed\(failed)\(skipped)"
    }
}
