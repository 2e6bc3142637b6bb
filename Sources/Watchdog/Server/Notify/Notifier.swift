package import Incident
package import ServiceLifecycle
package import Watchdog

/// Tells somebody outside of incidents. A watch observes by it, a service group runs it.
package protocol Notifier: WatchObserver, Service {
    var desk: NoticeDesk { get }
}

extension Notifier {
    package func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        desk.announced(service, announcement, at: moment)
    }

    package func reported(_ service: String, _ report: IncidentReport, incident: ClosedIncident) {
        desk.reported(report, incident)
    }

    package func stands(_ status: ServiceStatus) { desk.stands(status) }

    package func run() async throws { await desk.courier.run() }
}
