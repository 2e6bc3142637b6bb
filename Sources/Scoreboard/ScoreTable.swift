import Incident

/// A run as a table: a row a case, the sums below each domain.
package struct ScoreTable: Sendable {
    package struct Row: Sendable {
        package enum Tone: Sendable {
            case right
            case wrong
            /// Says nothing about the healer.
            case idle
            case sum
        }

        package var cells: [String]
        package var tone: Tone
    }

    package static let heads = [
        "case", "outcome", "detected", "diagnosed", "healed", "verified", "to detect", "to diagnose",
        "to recover", "candidates", "regression test",
    ]

    package let rows: [Row]

    package init(_ run: BenchRun) {
        rows = run.domains.flatMap { domain in
            run.cases.filter { $0.domain == domain }.map { Self.row($0, run) }
                + [
                    Row(
                        cells: ["all \(domain.rawValue)", ""] + Self.cells(run.measures(of: domain)),
                        tone: .sum)
                ]
        }
    }

    private static func row(_ item: BenchCase, _ run: BenchRun) -> Row {
        let trials = run.trials(of: item)
        let measures = run.measures(of: item)
        let tone: Row.Tone =
            trials.contains { $0.counts && !$0.isRight }
            ? .wrong : trials.contains(where: \.counts) ? .right : .idle
        var cells = [item.id, outcome(trials)] + cells(measures)
        if item.isControl { cells.replaceSubrange(2..., with: cells[2...].map { _ in "" }) }
        return Row(cells: cells, tone: tone)
    }

    /// "healed", or "2 healed, 1 not healed: tests still fail".
    package static func outcome(_ trials: [Trial]) -> String {
        guard !trials.isEmpty else { return "not run" }
        let parts = Trial.Outcome.allCases.compactMap { outcome -> String? in
            let mine = trials.filter { $0.outcome == outcome }
            guard !mine.isEmpty else { return nil }
            let words = outcome.rawValue.replacing("_", with: " ")
            var reasons: [String] = []
            for reason in mine.compactMap(\.reason?.words) where reason != words && !reasons.contains(reason)
            {
                reasons.append(reason)
            }
            let count = trials.count > 1 ? "\(mine.count) " : ""
            return count + words + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: ", "))
        }
        return parts.joined(separator: "; ")
    }

    private static func cells(_ measures: Measures) -> [String] {
        [
            share(measures.detected), share(measures.diagnosed), share(measures.healed),
            share(measures.verified), spread(measures.timeToDetect), spread(measures.timeToDiagnose),
            spread(measures.timeToRecover), number(measures.candidatesTried),
            share(measures.regressionProved),
        ]
    }

    /// "yes" or "no" of one, "3/4" of more.
    package static func share(_ share: Measures.Share) -> String {
        switch (share.count, share.of) {
        case (_, 0): "–"
        case (1, 1): "yes"
        case (0, 1): "no"
        case (let count, let whole): "\(count)/\(whole)"
        }
    }

    /// The median, and the 95th percentile where there is more than one.
    static func spread(_ spread: Spread?) -> String {
        guard let spread else { return "–" }
        let median = seconds(spread.median)
        return spread.count == 1 ? "\(median) s" : "\(median) s, p95 \(seconds(spread.p95)) s"
    }

    private static func number(_ spread: Spread?) -> String { spread.map { "\($0.median)" } ?? "–" }

    /// With one decimal.
    package static func seconds(_ milliseconds: Int) -> String {
        let tenths = (milliseconds + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Lines whose columns stand below each other; the heads first.
    package func lines() -> [(text: String, tone: Row.Tone)] {
        let all = [Row(cells: Self.heads, tone: .idle)] + rows
        let widths = Self.heads.indices.map { column in all.map { $0.cells[column].count }.max() ?? 0 }
        return all.map { row in
            var text = ""
            for (cell, width) in zip(row.cells, widths) {
                text += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while text.hasSuffix(" ") { text.removeLast() }
            return (text, row.tone)
        }
    }

    /// As a table of Markdown.
    package var markdown: String {
        func line(_ cells: [String]) -> String {
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        let rule = "|---|---|" + String(repeating: "---:|", count: Self.heads.count - 2)
        let body = rows.map { row in
            var cells = row.cells
            cells[0] = row.tone == .sum ? "**\(cells[0])**" : "`\(cells[0])`"
            return line(cells)
        }
        return ([line(Self.heads), rule] + body).joined(separator: "\n") + "\n"
    }
}
