import Foundation
import Incident
import Reports
import Watchdog
import WatchdogServer

/// The pages of a watch, made as those of a site are.
struct ReportPages: WatchPages {
    var policy: String { LiveSite.policy }

    func start(_ statuses: [ServiceStatus], _ incidents: [IncidentSummary], _ news: [WatchNews]) -> String {
        LiveSite.start(
            services: statuses.map { status in
                LiveSite.Service(
                    name: status.service, state: status.state, isReady: status.isReady, image: status.image,
                    budgetLeft: status.budgetLeft, budgetLimit: status.budgetLimit,
                    holds: status.holds.map(\.rawValue), lastProbe: status.lastProbe,
                    incident: status.incident)
            },
            incidents: incidents.map { incident in
                LiveSite.Incident(
                    id: incident.id, service: incident.service, time: incident.time,
                    verdict: incident.verdict, summary: incident.summary, isEscalated: incident.isEscalated,
                    timeToRecover: incident.timeToRecover)
            },
            news: news.map { LiveSite.News(time: $0.time, service: $0.service, sentence: $0.sentence) })
    }

    func incident(_ report: IncidentReport) -> String { LiveSite.incident(report) }

    func asset(_ name: String) -> (type: String, data: Data)? {
        LiveSite.assets.first { $0.name == name }.map { ($0.type, $0.data) }
    }
}
