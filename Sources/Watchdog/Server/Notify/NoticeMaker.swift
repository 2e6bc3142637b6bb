import Incident
import Watchdog

/// Turns what a watch says into notices.
///
/// An escalated incident is over for the ladder, but not for people: it counts as resolved when the service stands
/// without escalation again, by its probes, by a deploy or by hand.
struct NoticeMaker: Sendable {
    /// Escalated incidents by service.
    private var escalated: [String: String]

    init(escalated: [String: String]) { self.escalated = escalated }

    func announced(_ service: String, _ announcement: Announcement, at moment: Moment) -> [Notice] {
        guard case .opened(let incident, let cause) = announcement else { return [] }
        var details = NoticeDetails(incident: incident, service: service)
        details.cause = cause.rawValue
        let words =
            switch cause {
            case .failing: "fails its probes"
            case .flapping: "keeps failing and recovering"
            case .exited: "ended by itself"
            case .oomKilled: "was killed for its memory"
            case .neverHealthy: "does not become healthy"
            case .requested: "is to be rolled back by hand"
            }
        return [
            Notice(
                kind: .detected, incident: incident, service: service, wall: moment.wall,
                summary: "\(service) \(words)", details: details)
        ]
    }

    mutating func reported(_ report: IncidentReport, _ closed: ClosedIncident) -> [Notice] {
        func notice(_ kind: Notice.Kind) -> Notice {
            Notice(
                kind: kind, incident: closed.incident.id, service: closed.service, wall: closed.closed.wall,
                summary: report.data.summary, details: NoticeDetails(closed),
                image: closed.incident.imageAfter, reference: closed.incident.reference)
        }
        switch closed.ending {
        case .healed(.rollback): return [notice(.rolledBack), notice(.resolved)]
        case .healed(.restart), .recovered, .superseded: return [notice(.resolved)]
        case .escalated:
            escalated[closed.service] = closed.incident.id
            return [notice(.escalated)]
        }
    }

    mutating func stands(_ status: ServiceStatus, wall: Int64) -> [Notice] {
        guard status.escalated == nil, let incident = escalated.removeValue(forKey: status.service) else {
            return []
        }
        return [
            Notice(
                kind: .resolved, incident: incident, service: status.service, wall: wall,
                summary: "\(status.service) needs no person any more",
                details: NoticeDetails(incident: incident, service: status.service), image: status.image)
        ]
    }
}
