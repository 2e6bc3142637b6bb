import Foundation
import Incident
import Watchdog
import WatchdogServer

/// Pages that say what they were given; how real ones look is not the server's business.
struct PlainPages: WatchPages {
    let policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'"

    func start(_ statuses: [ServiceStatus], _ incidents: [IncidentSummary], _ news: [WatchNews]) -> String {
        "start \(statuses.map(\.service)) \(incidents.map(\.id)) \(news.map { "\($0.service) \($0.sentence)" })"
    }

    func incident(_ report: IncidentReport) -> String { "page of \(report.id)" }

    func asset(_ name: String) -> (type: String, data: Data)? {
        name == "style.css" ? ("text/css; charset=utf-8", Data("body{}".utf8)) : nil
    }
}
