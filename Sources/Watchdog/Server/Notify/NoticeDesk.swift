import Incident
import Synchronization
import Watchdog

/// Where what a watch says becomes notices for one courier.
package final class NoticeDesk: Sendable {
    let courier: Courier
    private let maker: Mutex<NoticeMaker>
    private let wall: @Sendable () -> Int64

    /// - Parameter escalated: escalated incidents by service that a former life told of.
    init(courier: Courier, escalated: [String: String], wall: @escaping @Sendable () -> Int64) {
        self.courier = courier
        maker = Mutex(NoticeMaker(escalated: escalated))
        self.wall = wall
    }

    func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        for notice in maker.withLock({ $0.announced(service, announcement, at: moment) }) {
            courier.offer(notice)
        }
    }

    func reported(_ report: IncidentReport, _ incident: ClosedIncident) {
        for notice in maker.withLock({ $0.reported(report, incident) }) { courier.offer(notice) }
    }

    func stands(_ status: ServiceStatus) {
        for notice in maker.withLock({ $0.stands(status, wall: wall()) }) { courier.offer(notice) }
    }
}
