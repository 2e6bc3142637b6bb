import Foundation
import Incident
@testable import Watchdog

/// News of a service, as a watch would tell it.
enum Samples {
    static let wall: Int64 = 1_764_000_000_000

    static func moment(_ seconds: Double = 0) -> Moment {
        Moment(
            boot: BootInstant(nanoseconds: Int64((100 + seconds) * 1e9)), wall: wall + Int64(seconds * 1000))
    }

    static func status(
        _ service: String = "web", state: String = "healthy", holds: [Hold] = [],
        escalated: EscalationReason? = nil
    ) -> ServiceStatus {
        ServiceStatus(
            service: service, container: "\(service)-1", state: state, holds: holds, escalated: escalated,
            isReady: true, image: "sha256:1111", knownGood: ["sha256:1111"], rollbackTarget: nil,
            budgetLeft: 2,
            budgetLimit: 3, incident: nil, incidents: 0, lastProbe: "status 200")
    }

    static func closed(
        _ id: String = "0f3a9c1e2b4d5f60", service: String = "web", cause: Cause = .failing,
        ending: Ending = .healed(.rollback), seconds: Double = 9
    ) -> ClosedIncident {
        let incident = OpenIncident(
            id: id, cause: cause, firstFailure: moment(), opened: moment(2), phase: .waiting,
            imageBefore: "sha256:2222", imageAfter: "sha256:1111", reference: "registry:5000/team/web:2",
            logTail: ["password=hunter2"])
        var escalated: EscalationReason?
        if case .escalated(let reason) = ending { escalated = reason }
        return ClosedIncident(
            service: service, container: "\(service)-1", incident: incident, ending: ending,
            closed: moment(seconds), budgetLeft: 2, budgetLimit: 3, escalated: escalated)
    }

    static func report(_ closed: ClosedIncident) -> IncidentReport {
        RuntimeReport(closed, engine: EngineKind.docker, configuration: nil, style: .live).make()
    }
}

extension WatchObserver {
    /// An incident from its opening to its report.
    func hear(_ closed: ClosedIncident) {
        announced(
            closed.service, .opened(incident: closed.incident.id, cause: closed.incident.cause),
            at: closed.incident.opened)
        reported(closed.service, Samples.report(closed), incident: closed)
    }
}
