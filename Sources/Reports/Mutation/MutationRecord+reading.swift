import Incident

extension MutationRecord {
    /// The mutants that the tests missed, in the record's order.
    var missed: [Mutant] { mutants.filter { $0.verdict.isUndetected } }

    /// The mutants of each file, in the record's order of files.
    var byFile: [(file: File, mutants: [Mutant])] {
        let groups = Dictionary(grouping: mutants, by: \.path)
        return files.map { ($0, groups[$0.path] ?? []) }
    }

    /// Detected mutants as a percentage of those judged; nil where none was.
    static func score(of mutants: [Mutant]) -> Double? {
        let detected = mutants.count { $0.verdict.isDetected }
        let undetected = mutants.count { $0.verdict.isUndetected }
        return detected + undetected == 0 ? nil : 100 * Double(detected) / Double(detected + undetected)
    }
}

extension Mutant {
    /// "`<` becomes `<=` in `Ratio.percentage(of:in:)`: every test that reaches it passes."
    var finding: String {
        let what = "\(summary) in \(function)"
        switch verdict {
        case .survived:
            let nearest = nearestTest.map { " Nearest: \($0)." } ?? ""
            return "\(what): \(Number.count(coveredBy.count, "test")) reach it and all pass.\(nearest)"
        case .notCovered: return "\(what): no test reaches it."
        default: return "\(what): \(verdict.label)."
        }
    }
}

extension MutantVerdict {
    /// In words: "timed out".
    var label: String { rawValue.replacing("_", with: " ") }

    /// Beside the word, so that colour is never all there is.
    var sign: String {
        switch self {
        case .killed: "✓"
        case .survived: "✗"
        case .timedOut: "◷"
        case .unviable: "⊘"
        case .notCovered: "○"
        case .skipped: "»"
        case .pending: "…"
        }
    }
}
