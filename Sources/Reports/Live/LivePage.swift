import Foundation
import Incident

/// The start page of a watch: services, incidents, news. What is in a region marked `data-live` is put in place anew.
enum LivePage {
    /// Incidents and news beyond so many are in the JSON only.
    private static let shown = 50
    /// Ours have 16 digits; a report of a longer one has no page.
    private static let idLimit = 128

    static func page(
        services: [LiveSite.Service], incidents: [LiveSite.Incident], news: [LiveSite.News]
    ) -> Page {
        let open = services.filter { $0.incident != nil }.count
        let escalated = services.filter { $0.state == "escalated" }.count
        var words = Number.count(services.count, "service") + " watched"
        words += open == 0 ? ", no incident open" : ", \(Number.count(open, "incident")) open"
        if escalated > 0 { words += ", \(Number.count(escalated, "service")) in need of a person" }
        let model: Model = [
            "summary": .text(words + "."),
            "services": .list(services.map(row)), "hasServices": .flag(!services.isEmpty),
            "incidents": .list(incidents.prefix(shown).map(row)), "hasIncidents": .flag(!incidents.isEmpty),
            "news": .list(news.prefix(shown).map(row)), "hasNews": .flag(!news.isEmpty),
        ]
        return Page(title: "Watch", template: "watch", model: model, kind: .live(refreshes: true))
    }

    private static func row(_ service: LiveSite.Service) -> Model {
        var row: Model = [
            "name": .html(Prose.name(service.name)), "state": .html(state(service.state)),
            "ready": .text(service.isReady.map { $0 ? "yes" : "no" } ?? "–"),
            "image": .html(Prose.name(service.image ?? "–")),
            "budget": .text("\(service.budgetLeft) of \(service.budgetLimit)"),
            "held": .text(words(service.holds.joined(separator: ", "))),
            "isHeld": .flag(!service.holds.isEmpty),
            "probe": .text(Visible.line(service.lastProbe ?? "–", limitBytes: 300)),
        ]
        row["open"] = .html(service.incident.map { "<code>\(Visible.line($0))</code>" } ?? "")
        return row
    }

    private static func row(_ incident: LiveSite.Incident) -> Model {
        let isHealed = incident.verdict == .healed && !incident.isEscalated
        return [
            "href": .text("/incidents/" + segment(String(incident.id.prefix(Self.idLimit)))),
            "summary": .html(Prose.html(incident.summary, limitBytes: 600)),
            "service": .html(Prose.name(incident.service)),
            "verdict": .html(
                incident.isEscalated
                    ? Badge.html("not_healed", "✗", "needs a person") : incident.verdict.badge),
            // Of an incident that was not healed it is the time until the watch gave up.
            "recovered": .text(
                (isHealed ? incident.timeToRecover : nil).map { Number.duration(milliseconds: $0) } ?? "–"),
            "time": .text(time(incident.time)),
        ]
    }

    private static func row(_ news: LiveSite.News) -> Model {
        [
            "time": .text(time(news.time)), "service": .html(Prose.name(news.service)),
            "sentence": .html(Prose.html(news.sentence, limitBytes: 600)),
        ]
    }

    private static func state(_ name: String) -> HTML {
        switch name {
        case "healthy", "healed": Badge.html("passed", "✓", words(name))
        case "escalated": Badge.html("failed", "✗", words(name))
        case "held", "starting": Badge.html("idle", "·", words(name))
        default: Badge.html("changed", "↻", words(name))
        }
    }

    private static func words(_ name: String) -> String { Visible.line(name).replacing("_", with: " ") }

    /// "2026-11-21 10:39:44 UTC"; what is no such time as it is.
    private static func time(_ text: String) -> String {
        guard let match = text.wholeMatch(of: #/(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z/#) else {
            return Visible.line(text)
        }
        return "\(match.output.1) \(match.output.2) UTC"
    }

    /// One part of a path, whatever is in it.
    private static func segment(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
