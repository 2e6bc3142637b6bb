package import Incident

/// Hears what a watch does, as it happens: logs, metrics, notifications, pages.
///
/// Called on the watch's own turn: implementations return at once and keep slow work to themselves.
package protocol WatchObserver: Sendable {
    /// - Parameters:
    ///   - service: its name in the configuration.
    ///   - result: what the look saw.
    ///   - lateness: how much later than planned the look began.
    func probed(_ service: String, _ result: ProbeResult, lateness: Duration)
    func announced(_ service: String, _ announcement: Announcement, at moment: Moment)
    /// An incident's report is in place; may be told again after a crash, with the same id.
    func reported(_ service: String, _ report: IncidentReport, incident: ClosedIncident)
    /// Something of the watchdog's own went wrong, such as a journal that cannot be written.
    func troubled(_ service: String, _ message: String)
    /// The service stands so now; told after every change.
    func stands(_ status: ServiceStatus)
}

extension WatchObserver {
    package func probed(_ service: String, _ result: ProbeResult, lateness: Duration) {}
    package func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {}
    package func reported(_ service: String, _ report: IncidentReport, incident: ClosedIncident) {}
    package func troubled(_ service: String, _ message: String) {}
    package func stands(_ status: ServiceStatus) {}
}
