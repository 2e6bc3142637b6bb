package import Incident

/// Names the failures in what a run left to read; it sees text and test events, never the source tree.
///
/// ```
/// Evidence ─▶ Reading ─▶ [Symptom] ─▶ first Signature that recognises it ─▶ merge ─▶ rank ─▶ [Diagnosis]
/// ```
package struct Classifier: Sendable {
    private let signatures: [any Signature]

    package init(signatures: [any Signature] = Signatures.all) { self.signatures = signatures }

    /// The root failure first; empty when the run passed, `unknown` when it failed and nothing was recognised.
    package func classify(_ evidence: Evidence) -> [Diagnosis] {
        let reading = Reading(evidence)
        let found = reading.symptoms.compactMap { symptom in
            signatures.lazy.compactMap { $0.match(symptom, in: reading) }.first
        }
        if found.isEmpty { return reading.failed ? [unknown(reading)] : [] }
        let ranked = merge(found).enumerated().sorted {
            (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
        }
        return ranked.map(\.element)
    }

    private func unknown(_ reading: Reading) -> Diagnosis {
        let spoken = reading.lines.map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }
        let culprit = reading.openTests.last
        return Diagnosis(
            failureClass: .unknown, signature: "unknown", confidence: .low, evidence: Array(spoken.suffix(5)),
            test: culprit?.test, testLocation: reading.code.place(culprit?.location))
    }

    /// Build errors, then what stopped a process, then errors thrown, then expectations; tests after sources.
    private func rank(_ diagnosis: Diagnosis) -> Int {
        let inTests = diagnosis.location.map { $0.file.hasPrefix("Tests/") } ?? false
        return switch diagnosis.failureClass {
        case .buildError, .missingTestProduct: inTests ? 1 : 0
        case .unexpectedError: 3
        case .assertionFailure: 4
        case .noTests, .unknown: 5
        default: 2
        }
    }

    /// One failure that several tests met is one diagnosis with all its evidence.
    private func merge(_ found: [Diagnosis]) -> [Diagnosis] {
        var merged: [Diagnosis] = []
        var seats: [Identity: Int] = [:]
        for diagnosis in found {
            let identity = Identity(diagnosis)
            guard let seat = seats[identity] else {
                seats[identity] = merged.count
                merged.append(diagnosis)
                continue
            }
            for line in diagnosis.evidence where !merged[seat].evidence.contains(line) {
                merged[seat].evidence.append(line)
            }
            for fixIt in diagnosis.fixIts where !merged[seat].fixIts.contains(fixIt) {
                merged[seat].fixIts.append(fixIt)
            }
            merged[seat].confidence = max(merged[seat].confidence, diagnosis.confidence)
        }
        return merged
    }
}

/// What makes two diagnoses the same failure.
private struct Identity: Hashable {
    private let failureClass: FailureClass
    private let file: String?
    private let line: Int?
    private let column: Int?
    private let detail: String?

    init(_ diagnosis: Diagnosis) {
        failureClass = diagnosis.failureClass
        file = diagnosis.location?.file
        line = diagnosis.location?.line
        switch diagnosis.failureClass {
        case .assertionFailure, .unexpectedError:
            column = diagnosis.location?.column
            // XCTest prints no column: there only the text tells two expectations of one line apart.
            detail = (diagnosis.test ?? "") + (column == nil ? diagnosis.evidence.first ?? "" : "")
        case .buildError, .missingTestProduct:
            column = diagnosis.location?.column
            detail = diagnosis.evidence.first
        default:
            column = nil
            // Without a place, two crashes are the same only when they say the same in the same test.
            detail =
                diagnosis.location == nil ? (diagnosis.test ?? "") + (diagnosis.evidence.first ?? "") : nil
        }
    }
}
