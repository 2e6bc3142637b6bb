package import CoreMetrics
package import Foundation
package import Incident
import Synchronization
package import Watchdog

/// What the watch's pages show: where each service stands, the incidents of late, the news as they come.
package final class WatchBoard: WatchObserver {
    /// Readers of the news at the same time; more are turned away.
    static let clientLimit = 64
    /// Announcements that the start page tells; older ones are forgotten.
    static let newsLimit = 50

    private struct State {
        var statuses: [String: ServiceStatus] = [:]
        var shelf: IncidentShelf
        /// Newest last.
        var news: [WatchNews] = []
        var ring: EventRing
        var readers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextReader = 0
    }

    private let state: Mutex<State>
    private let clients: Meter
    private let clientsDropped: Counter

    /// - Parameters:
    ///   - reports: directory of reports of former lives; read at once.
    ///   - incidents: incidents kept in memory.
    ///   - events: events kept for clients that come back.
    ///   - wall: milliseconds since 1970.
    package init(
        reports: String? = nil, incidents: Int = 1000, events: Int = 10_000,
        eventBytes: Int = 32 * 1024 * 1024, factory: any MetricsFactory, wall: Int64
    ) {
        var shelf = IncidentShelf(limit: incidents)
        if let reports {
            for report in ReportFolder(path: reports).read(limit: incidents).reports.reversed() {
                if let data = try? CanonicalJSON.encode(report) {
                    shelf.put(IncidentSummary(report), report: data)
                }
            }
        }
        state = Mutex(
            State(shelf: shelf, ring: EventRing(last: wall * 1000, limit: events, limitBytes: eventBytes)))
        clients = Meter(label: WatchMetric.eventsClients.name, dimensions: [], factory: factory)
        clientsDropped = Counter(
            label: WatchMetric.eventsClientsDropped.name, dimensions: [], factory: factory)
        clients.set(0)
    }

    // MARK: - What the pages read

    /// By name.
    package var statuses: [ServiceStatus] {
        state.withLock { Array($0.statuses.values) }.sorted { $0.service < $1.service }
    }

    package func status(of service: String) -> ServiceStatus? { state.withLock { $0.statuses[service] } }

    /// Newest first.
    package var incidents: [IncidentSummary] { state.withLock { $0.shelf.newestFirst } }

    /// Newest first.
    package var news: [WatchNews] { state.withLock { $0.news.reversed() } }

    package func report(_ id: String) -> Data? { state.withLock { $0.shelf.report(id) } }

    /// Services whose newest incident was escalated, with its id: what a page may still be open for after a new start.
    package var escalatedIncidents: [String: String] {
        var seen: Set<String> = []
        var open: [String: String] = [:]
        for incident in incidents where seen.insert(incident.service).inserted && incident.isEscalated {
            open[incident.service] = incident.id
        }
        return open
    }

    /// After a change of configuration, once the former watches have ended: services that are watched no more are shown
    /// no more.
    package func keep(services: Set<String>) {
        state.withLock { state in
            state.statuses = state.statuses.filter { services.contains($0.key) }
        }
    }

    // MARK: - News

    var hasRoom: Bool { state.withLock { $0.readers.count < Self.clientLimit } }

    /// A reader's wake-up calls; nil when there are too many readers.
    func join() -> (reader: Int, last: Int64, wakes: AsyncStream<Void>, wake: AsyncStream<Void>.Continuation)?
    {
        let (wakes, wake) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        return state.withLock { state in
            guard state.readers.count < Self.clientLimit else { return nil }
            state.nextReader += 1
            state.readers[state.nextReader] = wake
            clients.set(state.readers.count)
            return (state.nextReader, state.ring.last, wakes, wake)
        }
    }

    func leave(_ reader: Int, dropped: Bool) {
        state.withLock { state in
            state.readers.removeValue(forKey: reader)?.finish()
            clients.set(state.readers.count)
        }
        if dropped { clientsDropped.increment() }
    }

    func batch(after seen: Int64) -> EventRing.Batch { state.withLock { $0.ring.batch(after: seen) } }

    private func publish(kind: String, data: Data) {
        state.withLock { state in
            state.ring.append(kind: kind, data: data)
            for reader in state.readers.values { reader.yield() }
        }
    }

    // MARK: - WatchObserver

    package func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        let record = AnnouncementRecord(announcement)
        let item = WatchNews(
            time: WallTime.text(moment.wall), service: service, sentence: record.sentence)
        state.withLock { state in
            state.news.append(item)
            if state.news.count > Self.newsLimit { state.news.removeFirst() }
        }
        // The number is not known before the lock is held, and encoding is not done under it: the id is made of what
        // tells two announcements of a service apart.
        let id = "\(service)-\(moment.boot.nanoseconds)-\(record.kind)"
        let event = CloudEvent(
            id: id, service: service, type: "dev.healing-lab.watch.\(record.kind)", subject: service,
            wall: moment.wall, data: record)
        if let data = try? CompactJSON.encode(event) { publish(kind: record.kind, data: data) }
    }

    package func reported(_ service: String, _ report: IncidentReport, incident: ClosedIncident) {
        guard let canonical = try? CanonicalJSON.encode(report), let line = try? CompactJSON.encode(report)
        else {
            return
        }
        let summary = IncidentSummary(report)
        let isNew = state.withLock { state in
            let isNew = state.shelf.report(summary.id) != canonical
            state.shelf.put(summary, report: canonical)
            return isNew
        }
        if isNew { publish(kind: "incident", data: line) }
    }

    package func stands(_ status: ServiceStatus) {
        state.withLock { $0.statuses[status.service] = status }
    }
}
