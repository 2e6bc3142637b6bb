import Incident

/// Two runs beside one another, what got worse first.
enum ComparisonPage {
    private enum Change: Int {
        case worse
        case different
        case gone
        case new
        case better
        case same

        var badge: HTML {
            switch self {
            case .worse: Badge.html("broken", "✗", "worse")
            case .different: Badge.html("changed", "≠", "differs")
            case .gone: Badge.html("changed", "–", "gone")
            case .new: Badge.html("idle", "+", "new")
            case .better: Badge.html("passed", "✓", "better")
            case .same: Badge.html("idle", "=", "same")
            }
        }
    }

    private struct Row {
        var name: String
        var before: FiledIncident?
        var after: FiledIncident?

        var change: Change {
            guard let before = before?.report.data else { return .new }
            guard let after = after?.report.data else { return .gone }
            let wasGood = before.verdict == .healed || before.verdict == .nothingToHeal
            let isGood = after.verdict == .healed || after.verdict == .nothingToHeal
            if wasGood != isGood { return wasGood ? .worse : .better }
            let isSame =
                before.verdict == after.verdict
                && before.diagnosis?.failureClass == after.diagnosis?.failureClass
                && before.remedy?.kind == after.remedy?.kind && before.remedy?.fixer == after.remedy?.fixer
            return isSame ? .same : .different
        }
    }

    /// - Parameter entries: the run of this site, with links; `before` is the run it is compared with.
    static func page(_ entries: [ScoreboardPage.Entry], before: [FiledIncident], name: String) -> Page {
        let old = Dictionary(before.map { ($0.key, $0) }) { first, _ in first }
        let new = Dictionary(entries.map { ($0.incident.key, $0) }) { first, _ in first }
        let rows = Set(old.keys).union(new.keys).sorted()
            .map { Row(name: $0, before: old[$0], after: new[$0]?.incident) }
            .sorted { ($0.change.rawValue, $0.name) < ($1.change.rawValue, $1.name) }
        let worse = rows.count { $0.change == .worse }
        let changed = rows.count { $0.change != .same }
        return Page(
            title: "Comparison", trail: [("Healing Lab", "index.html")], template: "comparison",
            model: [
                "name": .text(name),
                "summary": .text(
                    changed == 0
                        ? "Nothing differs between the two runs."
                        : "\(changed) of \(rows.count) differ; \(worse == 0 ? "none is" : "\(worse) got") worse."
                ),
                "rows": .list(
                    rows.map { row in
                        [
                            "name": .html(link(row.name, new[row.name]?.href)),
                            "change": .html(row.change.badge), "rank": .number(row.change.rawValue),
                            "worse": .flag(row.change == .worse),
                            "before": .html(cell(row.before)), "after": .html(cell(row.after)),
                        ]
                    }),
            ])
    }

    private static func link(_ name: String, _ href: String?) -> HTML {
        href.map { "<a href=\"\($0)\">\(Prose.name(name))</a>" } ?? Prose.name(name)
    }

    private static func cell(_ incident: FiledIncident?) -> HTML {
        guard let incident else { return "–" }
        let failure = incident.report.data.diagnosis?.failureClass ?? "no failure"
        return """
            \(incident.report.data.verdict.badge) <span class="note">\(Visible.line(failure)), \
            \(Visible.line(incident.remedy))</span>
            """
    }
}

extension FiledIncident {
    /// What makes it the same incident in another run.
    fileprivate var key: String {
        report.data.fault.map { "\(report.data.domain.rawValue)/\($0.id)" }
            ?? (folder.isEmpty ? name : folder)
    }
}
