import Incident

/// Every incident of a directory at a glance.
enum ScoreboardPage {
    struct Entry {
        var incident: FiledIncident
        /// Of its page, from the scoreboard.
        var href: String
    }

    static func page(_ entries: [Entry], title: String, links: [(title: String, href: String)]) -> Page {
        let verdicts = entries.map(\.incident.report.data.verdict)
        let broken = entries.count { !$0.incident.problems.isEmpty }
        var model: Model = [
            "title": .text(title), "summary": .text(summary(verdicts)),
            "bar": .html(bar(verdicts)),
            "holds": .html(
                broken == 0
                    ? Badge.html("passed", "✓", "every artifact is as its report says")
                    : Badge.html("failed", "✗", "\(broken) of \(entries.count) reports do not hold up")),
            "links": .list(links.map { ["title": .text($0.title), "href": .text($0.href)] }),
            "hasLinks": .flag(!links.isEmpty),
        ]
        model["domains"] = .list(
            Domain.allCases.compactMap { domain in
                let mine = entries.filter { $0.incident.report.data.domain == domain }
                return mine.isEmpty ? nil : self.domain(domain, mine)
            })
        return Page(title: "Healing Lab", template: "scoreboard", model: model)
    }

    private static func summary(_ verdicts: [Verdict]) -> String {
        let parts = Verdict.allCases.compactMap { verdict -> String? in
            let count = verdicts.count { $0 == verdict }
            return count == 0 ? nil : "\(count) \(verdict.label)"
        }
        return "\(Number.count(verdicts.count, "incident")): " + parts.joined(separator: ", ") + "."
    }

    private static func bar(_ verdicts: [Verdict]) -> HTML {
        StackedBar.html(
            Verdict.allCases.map { verdict in
                .init(name: verdict.rawValue, label: verdict.label, count: verdicts.count { $0 == verdict })
            }.filter { $0.count > 0 })
    }

    private static func domain(_ domain: Domain, _ entries: [Entry]) -> Model {
        let hasTimes = entries.contains { $0.incident.report.data.runtime?.timeToRecover != nil }
        return [
            "id": .text(domain.rawValue), "title": .text(domain.title),
            "brief": .text(summary(entries.map(\.incident.report.data.verdict))),
            "hasTimes": .flag(hasTimes),
            "hasBroken": .flag(entries.contains { !$0.incident.problems.isEmpty }),
            "where": .text(domain == .code ? "Place" : "Service"),
            "rows": .list(entries.map { row($0, hasTimes: hasTimes) }),
        ]
    }

    private static func row(_ entry: Entry, hasTimes: Bool) -> Model {
        let data = entry.incident.report.data
        var row: Model = [
            "name": .html(Prose.name(entry.incident.name)), "href": .text(entry.href),
            "verdict": .html(data.verdict.badge), "kind": .text(data.verdict.rawValue),
            "sign": .text(data.verdict.sign), "label": .text(data.verdict.label),
            "class": .html(Prose.name(data.diagnosis?.failureClass ?? "–")),
            "place": .html(Prose.name(entry.incident.place ?? entry.incident.report.subject)),
            "remedy": .html(Prose.name(entry.incident.remedy)),
        ]
        row["check"] = .html(
            entry.incident.problems.isEmpty
                ? "<span class=\"note\">✓ holds up</span>" : Badge.html("failed", "✗", "does not hold up"))
        row["time"] = .one(
            !hasTimes
                ? nil
                : [
                    "words": .text(
                        data.runtime?.timeToRecover.map { Number.duration(milliseconds: $0) } ?? "–"),
                    "sort": .number(data.runtime?.timeToRecover ?? -1),
                ])
        return row
    }
}
