import Foundation
import Incident
import Mutation

/// A mutation run in words: survivors as diffs, a table of files, the score.
struct MutationSummary {
    let outcome: MutationOutcome
    let folder: String

    /// Survivors beyond so many are in the record only.
    private static let shown = 40

    func show(isQuiet: Bool) {
        let record = outcome.record
        if isQuiet { return Console.result(record.score.map(Self.text) ?? "no score") }
        let missed = record.mutants.filter { $0.verdict.isUndetected }
        for mutant in missed.prefix(Self.shown) { show(mutant) }
        if missed.count > Self.shown {
            Console.result(
                "… and \(missed.count - Self.shown) more in \(folder)/\(MutationArtifacts.record)\n")
        }
        table(record)
        let counts = MutantVerdict.allCases.compactMap { verdict in
            let count = record.count(verdict)
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        Console.result("\n\(record.mutants.count) mutants: " + counts.joined(separator: ", "))
        if let scope = record.scope { Console.result("  by the tests of \(scope.phrase)") }
        for (reason, count) in reasons(record) { Console.result("  pending: \(count) \(reason)") }
        let score = record.score.map { "\(Self.text($0)) of the mutants are noticed" } ?? "no score"
        Console.result(score.painted(.plain, bold: true))
        Console.result(figures(record).painted(.faint))
        Console.result("record in \(folder)/\(MutationArtifacts.record)")
    }

    /// One line a mutant.
    static func list(_ mutants: [Mutant]) {
        for mutant in mutants {
            let skipped = mutant.verdict == .skipped ? "  skipped: \(mutant.reason ?? "")" : ""
            Console.result(
                "\(mutant.path):\(mutant.start.line):\(mutant.start.column) \(mutant.operatorID): \(mutant.summary) "
                    + "in \(mutant.function)" + skipped)
        }
    }

    static func text(_ score: Double) -> String {
        // Never rounded up to a score that was not reached.
        "\((score * 10).rounded(.down) / 10)%"
    }

    private func show(_ mutant: Mutant) {
        let word = mutant.verdict == .survived ? "survived" : "not covered"
        Console.result(
            "\(word.painted(.bad))  \(mutant.path):\(mutant.start.line) \(mutant.summary) in \(mutant.function)"
        )
        for line in mutant.diff.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty || line.hasPrefix("---") || line.hasPrefix("+++") { continue }
            let paint: Paint =
                line.hasPrefix("+")
                ? .good : line.hasPrefix("-") ? .bad : line.hasPrefix("@@") ? .name : .plain
            Console.result("  │ " + String(line).painted(paint))
        }
        if let test = mutant.nearestTest { Console.result("  nearest test: \(test)") }
        Console.result("")
    }

    private func table(_ record: MutationRecord) {
        let width = max(4, record.files.map(\.path.count).max() ?? 4)
        func row(_ name: String, _ cells: [String]) -> String {
            name.padding(toLength: width, withPad: " ", startingAt: 0)
                + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
        }
        Console.result(
            row(
                "file",
                ["mutants", "killed", "timed out", "survived", "uncovered", "unviable", "other", "score"]
            )
            .painted(.faint))
        let byFile = Dictionary(grouping: record.mutants, by: \.path)
        for file in record.files {
            var part = record
            part.mutants = byFile[file.path] ?? []
            let counts: [Int] = [
                part.mutants.count, part.count(.killed), part.count(.timedOut), part.count(.survived),
                part.count(.notCovered), part.count(.unviable), part.count(.skipped) + part.count(.pending),
            ]
            Console.result(row(file.path, counts.map(String.init) + [part.score.map(Self.text) ?? "–"]))
        }
    }

    private func reasons(_ record: MutationRecord) -> [(String, Int)] {
        Dictionary(grouping: record.mutants.filter { $0.verdict == .pending && $0.reason != nil }) {
            $0.reason ?? ""
        }
        .map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
    }

    private func figures(_ record: MutationRecord) -> String {
        let cached = record.mutants.count { $0.isCached }
        var parts = [cached == 0 ? "\(record.tests) tests" : "\(record.tests) tests, \(cached) verdicts kept"]
        if outcome.builds > 0 { parts.append("\(outcome.builds) builds, \(outcome.children) children") }
        if let rate = outcome.perSecond {
            parts.append("\(Int(rate.rounded())) mutants per second of testing")
        }
        parts.append(
            outcome.durations.map { stage, duration in
                "\(stage) \(duration.formatted(.units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 1))))"
            }.joined(separator: ", "))
        return parts.joined(separator: "; ")
    }
}
