import Incident
import Scoreboard

/// A run of the scoreboard: what each fault came to, how times are spread, and the way to each incident.
enum BenchPage {
    /// - Parameters:
    ///   - href: of the page of a trial's incident; nil where there is none.
    ///   - links: to pages about the same run.
    static func page(
        _ run: BenchRun, href: (Trial) -> String?, links: [(title: String, href: String)],
        trail: [(title: String, href: String)] = []
    ) -> Page {
        let model: Model = [
            "healer": .html(Prose.name(run.healer)), "package": .text(Visible.line(run.package)),
            "summary": .text(summary(run)), "bar": .html(bar(run.trials)), "facts": .list(facts(run)),
            "links": .list(links.map { ["title": .text($0.title), "href": .text($0.href)] }),
            "hasLinks": .flag(!links.isEmpty),
            "domains": .list(run.domains.map { domain($0, run, href) }),
        ]
        return Page(title: "Scoreboard", trail: trail, template: "bench", model: model)
    }

    private static func summary(_ run: BenchRun) -> String {
        let missing = run.missing == 0 ? "" : " \(Number.count(run.missing, "trial")) still to be run."
        return BenchSummary(run).line() + "." + missing
    }

    private static func bar(_ trials: [Trial]) -> HTML {
        StackedBar.html(
            Trial.Outcome.allCases.map { outcome in
                .init(name: outcome.kind, label: outcome.label, count: trials.count { $0.outcome == outcome })
            }.filter { $0.count > 0 })
    }

    private static func facts(_ run: BenchRun) -> [Model] {
        let all = run.measures()
        var facts: [(String, String)] = []
        func share(_ name: String, _ share: Measures.Share) {
            guard let rate = share.rate else { return }
            facts.append((name, "\(share.count) of \(share.of) (\(Number.percent(rate * 100)))"))
        }
        share("Healed and verified", all.verified)
        share("False actions on controls", all.falseActions)
        share("Detected", all.detected)
        share("Diagnosed right", all.diagnosed)
        share("Regression test proved", all.regressionProved)
        share("Rightly handed to a person", all.escalated)
        facts.append(("Trials of each case", "\(run.repetitions)"))
        facts.append(("Budget", Number.duration(milliseconds: Int(run.budgetSeconds * 1000))))
        if let engine = run.engine { facts.append(("Engine", engine)) }
        facts.append(("Seed", "\(run.seed)"))
        return facts.map { ["name": .text($0.0), "value": .text($0.1)] }
    }

    private static func domain(_ domain: Domain, _ run: BenchRun, _ href: (Trial) -> String?) -> Model {
        let trials = run.trials.filter { $0.domain == domain }
        let faults = run.cases.filter { $0.domain == domain && !$0.isControl }
        let timed = faults.flatMap { run.trials(of: $0) }
        let plots: HTML = [
            SpreadPlot.html("Time to detect", timed.compactMap(\.times.detect)),
            SpreadPlot.html("Time to diagnose", timed.compactMap(\.times.diagnose)),
            SpreadPlot.html("Time to recover", timed.compactMap(\.times.recover)),
        ].joined(separator: "\n")
        return [
            "id": .text(domain.rawValue), "title": .text(domain.title),
            "brief": .text(BenchSummary(run).line(domain)), "plots": .html(plots),
            "hasPlots": .flag(!plots.isNull), "isCode": .flag(domain == .code),
            "rows": .list(run.cases.filter { $0.domain == domain }.map { row($0, run, href) }),
            "trialCount": .text(Number.count(trials.count, "trial")),
            "trials": .list(trials.map { trial($0, href) }),
        ]
    }

    private static func row(_ item: BenchCase, _ run: BenchRun, _ href: (Trial) -> String?) -> Model {
        let trials = run.trials(of: item)
        let measures = run.measures(of: item)
        let standing = CaseStanding(trials: trials)
        func share(_ share: Measures.Share) -> Model.Value { .text(ScoreTable.share(share)) }
        let isUnseen = measures.detected.of > 0 && measures.detected.count == 0
        var row: Model = [
            "name": .html(Prose.name(item.id)), "summary": .text(item.summary),
            "kind": .text(standing.kind), "sign": .text(standing.sign), "label": .text(standing.label),
            "badge": .html(standing.badge), "reasons": .text(standing.reasons),
            "hasReasons": .flag(!standing.reasons.isEmpty), "control": .flag(item.isControl),
            "diagnosed": isUnseen ? .text("not seen") : share(measures.diagnosed),
            "regression": share(measures.regressionProved), "isCode": .flag(item.domain == .code),
            "href": .text(trials.compactMap(href).first ?? "#trials-\(item.domain.rawValue)"),
        ]
        for (name, spread) in [
            ("detect", measures.timeToDetect), ("diagnose", measures.timeToDiagnose),
            ("recover", measures.timeToRecover),
        ] {
            row[name] = .text(spread.map { Number.duration(milliseconds: $0.median) } ?? "–")
            row[name + "Sort"] = .number(spread?.median ?? -1)
        }
        row["tries"] = .text(measures.candidatesTried.map { "\($0.median)" } ?? "–")
        row["triesSort"] = .number(measures.candidatesTried?.median ?? -1)
        return row
    }

    private static func trial(_ trial: Trial, _ href: (Trial) -> String?) -> Model {
        let standing = CaseStanding(trials: [trial])
        return [
            "name": .html(Prose.name("\(trial.caseID) \(trial.repetition)")), "badge": .html(standing.badge),
            "reason": .text(trial.reason.map { "\($0.words); " } ?? ""),
            "detail": .html(Prose.html(trial.detail)),
            "time": .text(Number.duration(milliseconds: trial.milliseconds)),
            "hasIncident": .flag(href(trial) != nil), "href": .text(href(trial) ?? ""),
        ]
    }
}
