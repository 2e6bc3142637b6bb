import Foundation
import Incident
import Watchdog

/// The watch of a demo: a station over its services, and a log to wait on.
struct DemoWatch: Sendable {
    /// After an incident the service has to stay as it is for this long.
    private static let settling: Duration = .seconds(2)

    let station: WatchStation
    let log: DemoLog

    init(
        spec: ServiceSpec, dependency: ServiceSpec?, engine: any ContainerEngine, options: RuntimeDemo.Options
    ) {
        let log = DemoLog(service: spec.name, tell: options.tell)
        self.log = log
        let probes = options.probes
        station = WatchStation(
            services: [spec] + (dependency.map { [$0] } ?? []),
            tools: .init(
                engine: engine, journal: options.journal, reports: log, observers: [log],
                probes: { probes($0, engine) }, seed: options.seed))
    }

    /// The first incident, closed and settled; nil when none opened in time.
    func end(patience: Duration) async throws -> ClosedIncident? {
        let deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline, log.book.opened == 0 {
            try await Task.sleep(for: .milliseconds(50))
        }
        guard log.book.opened > 0 else { return nil }
        try await log.wait { !$0.closed.isEmpty }
        try await Task.sleep(for: Self.settling)
        return log.book.closed.first
    }

    func state() async -> ServiceStatus? {
        await station.statuses().first { $0.service == log.service }
    }
}
