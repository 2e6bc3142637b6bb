import Scoreboard

/// Two runs of the scoreboard beside one another, regressions first and lit.
enum BenchComparisonPage {
    static func page(
        before: BenchRun, after: BenchRun, name: String, trail: [(title: String, href: String)]
    ) -> Page {
        let rows = BenchComparison(before: before, after: after).rows
        let worse = rows.count { $0.change.isRegression }
        let better = rows.count { $0.change == .better || $0.change == .faster }
        let model: Model = [
            "name": .text(Visible.line(name)),
            "summary": .text(
                "\(Number.count(rows.count, "case")): \(worse) worse or slower, \(better) better or faster."),
            "before": .html(side(before)), "after": .html(side(after)),
            "rows": .list(rows.map(row)),
        ]
        return Page(title: "Comparison", trail: trail, template: "benchComparison", model: model)
    }

    private static func side(_ run: BenchRun) -> HTML {
        "\(Prose.name(run.healer)): \(BenchSummary(run).line())"
    }

    private static func row(_ row: BenchComparison.Row) -> Model {
        [
            "name": .html(Prose.name(row.item.id)),
            "worse": .flag(row.change.isRegression), "rank": .number(row.change.rawValue),
            "change": .html(badge(row.change)), "before": .html(cell(row.before, row.recoveredBefore)),
            "after": .html(cell(row.after, row.recoveredAfter)),
        ]
    }

    private static func cell(_ trials: [Trial], _ recovered: Int?) -> HTML {
        guard !trials.isEmpty else { return "–" }
        let standing = CaseStanding(trials: trials)
        let time = recovered.map { "recovered in " + Number.duration(milliseconds: $0) }
        let words = [standing.reasons.isEmpty ? nil : standing.reasons, time].compactMap { $0 }
        return "\(standing.badge) <span class=\"note\">\(words.joined(separator: ", "))</span>"
    }

    private static func badge(_ change: BenchComparison.Change) -> HTML {
        switch change {
        case .worse: Badge.html("broken", "✗", "worse")
        case .slower: Badge.html("broken", "◷", "slower")
        case .gone: Badge.html("changed", "–", "gone")
        case .new: Badge.html("idle", "+", "new")
        case .better: Badge.html("passed", "✓", "better")
        case .faster: Badge.html("passed", "◷", "faster")
        case .same: Badge.html("idle", "=", "same")
        }
    }
}
