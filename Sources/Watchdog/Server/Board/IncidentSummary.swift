package import Incident

/// A line of the list of incidents.
package struct IncidentSummary: Sendable, Equatable, Codable {
    package var id: String
    package var service: String
    /// RFC 3339, of its end.
    package var time: String
    package var verdict: Verdict
    package var summary: String
    package var remedy: String?
    package var isEscalated: Bool
    package var timeToDetect: Int?
    package var timeToRecover: Int?

    enum CodingKeys: String, CodingKey {
        case id, service, time, verdict, summary, remedy
        case isEscalated = "escalated"
        case timeToDetect = "time_to_detect_ms"
        case timeToRecover = "time_to_recover_ms"
    }

    package init(_ report: IncidentReport) {
        id = report.id
        service = report.data.runtime?.service ?? report.subject
        time = report.time
        verdict = report.data.verdict
        summary = report.data.summary
        remedy = report.data.remedy?.kind.rawValue
        isEscalated = report.data.timeline.contains { $0.step == "escalate" }
        timeToDetect = report.data.runtime?.timeToDetect
        timeToRecover = report.data.runtime?.timeToRecover
    }
}
