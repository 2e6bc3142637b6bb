package import SourceEdit

/// A statement that failing tests reached, and how much speaks against it.
package struct Suspect: Sendable, Hashable {
    package var path: String
    /// One-based; of a statement with statements in it, those of its head.
    package var lines: ClosedRange<Int>
    package var function: String
    /// From 0 to 1.
    package var suspiciousness: Double

    package init(path: String, lines: ClosedRange<Int>, function: String, suspiciousness: Double) {
        self.path = path
        self.lines = lines
        self.function = function
        self.suspiciousness = suspiciousness
    }

    /// Statements that a failing test reached, most suspicious first; ties are broken by what else the failure shows.
    ///
    /// - Parameters:
    ///   - frames: places of the patient in the backtrace, innermost first.
    ///   - words: names in the failing tests: what they call is nearer to the defect than what that calls.
    package static func ranked(
        _ probes: [(path: String, probe: Woven.Probe)], _ spectrum: Spectrum,
        frames: [(path: String, line: Int)], words: Set<String>
    ) -> [Suspect] {
        let found = probes.compactMap { path, probe -> (Suspect, Double)? in
            let score = spectrum.ochiai(probe.id)
            guard score > 0 else { return nil }
            let suspect = Suspect(
                path: path, lines: probe.lines, function: probe.function, suspiciousness: score)
            var hint = 0.0
            if let depth = frames.firstIndex(where: { $0.path == path && probe.lines.contains($0.line) }) {
                hint += 4 / Double(depth + 1)
            }
            let name = String(probe.function.split(separator: ".").last?.prefix { $0 != "(" } ?? "")
            if words.contains(name) { hint += 1 }
            return (suspect, hint)
        }
        return found.sorted { first, second in
            let (one, two) = (first.0, second.0)
            if one.suspiciousness != two.suspiciousness { return one.suspiciousness > two.suspiciousness }
            if first.1 != second.1 { return first.1 > second.1 }
            return (one.path, one.lines.lowerBound) < (two.path, two.lines.lowerBound)
        }
        .map(\.0)
    }
}
