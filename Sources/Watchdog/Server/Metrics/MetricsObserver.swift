package import CoreMetrics
import Synchronization
package import Incident
package import Watchdog

/// Counts what a watch does, for `/metrics`.
///
/// A probe costs one lock, one look-up and three additions. Labels come from closed sets and from the configuration's
/// service names alone: what an engine or a probe says never becomes a label.
package final class MetricsObserver: WatchObserver {
    private struct State {
        var services: [String: ServiceMeters] = [:]
        /// Incidents counted, since a report may be told twice.
        var counted = BoundedSet<String>(limit: 10_000)
    }

    private let factory: any MetricsFactory
    private let state = Mutex(State())
    private let durations: [Timer]
    private let lateness: Timer
    private let watched: Meter
    private let timeToDetect: [Cause: Timer]
    private let timeToRecover: [String: Timer]

    package init(factory: any MetricsFactory, version: String) {
        self.factory = factory
        durations = ServiceMeters.outcomes.map {
            Timer(
                label: WatchMetric.probeDuration.name, dimensions: [("outcome", $0.rawValue)],
                factory: factory)
        }
        lateness = Timer(label: WatchMetric.probeLateness.name, dimensions: [], factory: factory)
        watched = Meter(label: WatchMetric.services.name, dimensions: [], factory: factory)
        let causes: [Cause] = [.failing, .flapping, .exited, .oomKilled, .neverHealthy, .requested]
        timeToDetect = Dictionary(
            uniqueKeysWithValues: causes.map {
                (
                    $0,
                    Timer(
                        label: WatchMetric.timeToDetect.name, dimensions: [("cause", $0.rawValue)],
                        factory: factory)
                )
            })
        let recoveries: [Ending] = [.healed(.restart), .healed(.rollback), .recovered]
        timeToRecover = Dictionary(
            uniqueKeysWithValues: recoveries.map {
                (
                    $0.word,
                    Timer(
                        label: WatchMetric.timeToRecover.name, dimensions: [("ending", $0.word)],
                        factory: factory)
                )
            })
        Meter(label: WatchMetric.build.name, dimensions: [("version", version)], factory: factory).set(1)
    }

    /// After a change of configuration, once the former watches have ended: services that are watched no more leave
    /// the scrape.
    package func keep(services: Set<String>) {
        let gone = state.withLock { state in
            let gone = state.services.filter { !services.contains($0.key) }
            for name in gone.keys { state.services[name] = nil }
            watched.set(state.services.count)
            return gone.values
        }
        for meters in gone { meters.destroy() }
    }

    package func probed(_ service: String, _ result: ProbeResult, lateness: Duration) {
        let place = ServiceMeters.outcomes.firstIndex(of: result.outcome) ?? 0
        let duration = result.duration.wholeNanoseconds
        use(service) {
            $0.probes[place].increment()
            $0.lastDuration.set(Double(duration) / 1e9)
        }
        durations[place].recordNanoseconds(duration)
        self.lateness.recordNanoseconds(max(0, lateness.wholeNanoseconds))
    }

    package func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        guard case .action(_, let verb, let result) = announcement else { return }
        use(service) {
            $0.counter(WatchMetric.actions, [("verb", verb), ("result", Self.word(result))]).increment()
        }
    }

    package func reported(_ service: String, _ report: IncidentReport, incident: ClosedIncident) {
        guard state.withLock({ $0.counted.insert(incident.incident.id) }) else { return }
        let cause = incident.incident.cause
        let ending = incident.ending.word
        use(service) {
            $0.counter(WatchMetric.incidents, [("cause", cause.rawValue), ("ending", ending)]).increment()
        }
        let first = incident.incident.firstFailure.boot
        func since(_ moment: Moment) -> Int64 { max(0, first.duration(to: moment.boot).wholeNanoseconds) }
        timeToDetect[cause]?.recordNanoseconds(since(incident.incident.opened))
        timeToRecover[ending]?.recordNanoseconds(since(incident.closed))
    }

    package func troubled(_ service: String, _ message: String) {
        use(service) { $0.journalErrors.increment() }
    }

    package func stands(_ status: ServiceStatus) {
        use(status.service) { $0.stands(status) }
    }

    /// What an engine says is free text: three words are enough for a label.
    static func word(_ result: String) -> String {
        if result == "done" { return "done" }
        return result.hasPrefix("unknown") ? "unknown" : "refused"
    }

    private func use(_ service: String, _ body: (inout ServiceMeters) -> Void) {
        state.withLock { state in
            let count = state.services.count
            // In place: a copy of the meters copies their dictionaries.
            body(&state.services[service, default: ServiceMeters(service: service, factory: factory)])
            if state.services.count != count { watched.set(state.services.count) }
        }
    }
}
