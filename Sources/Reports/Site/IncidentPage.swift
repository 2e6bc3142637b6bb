import Incident

/// One incident, from what was broken to how it was proved healed.
enum IncidentPage {
    /// - Parameters:
    ///   - path: of the page within the site, without ".html"; the artifacts' copies lie in a folder of that name.
    ///   - home: the way from the page back to the site's start.
    static func page(of incident: FiledIncident, path: String, home: String) -> Page {
        let data = incident.report.data
        let patch = PatchView(incident)
        let timeline = TimelineView(incident)
        let folder = SitePath.escape(path.split(separator: "/").last.map(String.init) ?? path)
        var model: Model = [
            "kicker": .text("\(data.domain.title) · \(Visible.line(incident.report.subject))"),
            "name": .html(Prose.name(incident.name)),
            "verdict": .html(
                "<span class=\"badge large \(data.verdict.rawValue)\"><span aria-hidden=\"true\">\(data.verdict.sign)</span> \(data.verdict.label)</span>"
            ),
            "summary": .html(Prose.html(data.summary)),
            "facts": .list(facts(incident)),
            "problems": .list(incident.problems.map { ["problem": .text(Visible.line($0))] }),
            "hasProblems": .flag(!incident.problems.isEmpty),
            "timeline": .html(timeline.html), "timelineNote": .text(timeline.note),
            "evidence": .html(EvidenceView.html(incident)),
            "source": .html(patch.source), "patch": .html(patch.html),
            "rationale": .html(Prose.html(data.remedy?.rationale ?? "")),
            "search": .html(SearchView.html(data.remedy?.search)),
            "regression": .html(RegressionView.html(incident)),
            "verification": .html(VerificationView.html(data.verification)),
            "artifacts": .html(ArtifactsView.html(incident, folder: folder)),
            "report": .html("\(folder)/report.json"), "id": .text(incident.report.id),
        ]
        model["place"] = .html(incident.place.map { "<code>\(Visible.line($0))</code>" } ?? "")
        model["further"] = .html(further(data.furtherDiagnoses))
        if let runtime = data.runtime {
            model["probes"] = .html(ProbeStrip.html(runtime.probes))
            model["ladder"] = .html(LadderBand.html(data, runtime))
            model["images"] = .html(ImagesView.html(runtime))
            model["log"] = .html(log(runtime.logTail))
        }
        return Page(
            title: "\(incident.name) – \(data.verdict.label)", trail: [("Healing Lab", home)],
            template: "incident", model: model)
    }

    private static func facts(_ incident: FiledIncident) -> [Model] {
        let data = incident.report.data
        var facts: [Model] = []
        func fact(_ name: String, _ value: String?, _ html: (String) -> HTML = Prose.name) {
            guard let value, !value.isEmpty else { return }
            facts.append([
                "name": .text(name), "value": .html(html(value)), "wide": .flag(name == "Injected fault"),
            ])
        }
        fact("Injected fault", data.fault?.summary) { Prose.html($0) }
        fact("Failure class", data.diagnosis?.failureClass)
        fact("Place", incident.place)
        fact("Function", data.diagnosis?.location?.function)
        fact("Signature", data.diagnosis?.signature)
        fact("Confidence", data.diagnosis?.confidence)
        fact("Remedy", data.remedy.map { _ in incident.remedy })
        fact("Candidates tried", data.remedy.map { "\($0.candidatesTried)" })
        if let runtime = data.runtime {
            fact("Engine", runtime.engine)
            fact("Container", runtime.container)
            fact("Restart budget", "\(runtime.restartBudgetLeft) of \(runtime.restartBudget) left")
            fact("Time to detect", runtime.timeToDetect.map { Number.duration(milliseconds: $0) })
            fact("Time to recover", runtime.timeToRecover.map { Number.duration(milliseconds: $0) })
        } else {
            fact("Broken commit", String(data.patient.broken.prefix(10)))
            fact("Healed commit", data.remedy?.commit.map { String($0.prefix(10)) })
        }
        return facts
    }

    private static func further(_ diagnoses: [IncidentData.Diagnosis]) -> HTML {
        guard !diagnoses.isEmpty else { return "" }
        let items = diagnoses.map { diagnosis -> HTML in
            let place = diagnosis.location.map { " at \($0.file):\($0.line)" } ?? ""
            return
                "<li>\(Visible.line(diagnosis.failureClass + place)) <span class=\"note\">\(Visible.line(diagnosis.signature))</span></li>"
        }
        return "<ul>\(items.joined())</ul>"
    }

    private static func log(_ lines: [String]) -> HTML {
        guard !lines.isEmpty else { return "" }
        return Listing.html(
            lines.enumerated().map { Listing.Line(number: $0 + 1, text: $1) },
            label: "The container's last output",
            isSwift: false)
    }
}
