package import Foundation
import Synchronization
package import Watchdog

/// A watch over one service for the time of a trial: the one of `lab watch`, with a memory that ends with it.
///
/// It knows no image but the one that runs, so that it restarts and never rolls back.
package final class TrialWatch: Sendable {
    /// For an engine's call that is on its way when the watch ends, beyond the time a stop may take; after this the watch
    /// ends without its answer.
    private static let farewell: Duration = .seconds(60)
    private static let pause: Duration = .milliseconds(20)

    private let station: WatchStation
    private let log: DemoLog
    private let settling: Duration
    private let stopTimeout: Duration
    private let left: AsyncStream<Void>
    private let task = Mutex<Task<Void, Never>?>(nil)

    /// - Parameters:
    ///   - settling: after an incident the service has to stay as it is for this long.
    ///   - stopTimeout: of the service's container.
    ///   - tell: what the watch does, as it does it.
    package init(
        _ service: ServiceSpec, engine: any ContainerEngine,
        probes: @escaping @Sendable (ServiceSpec, any ContainerEngine) -> ServiceProbes,
        isInMaintenance: @escaping @Sendable (ServiceSpec, Date) -> Bool, settling: Duration,
        stopTimeout: Duration, seed: UInt64,
        tell: @escaping @Sendable (Announcement) -> Void
    ) {
        let log = DemoLog(service: service.name) { event in
            if case .watchdog(let announcement) = event { tell(announcement) }
        }
        let (left, leave) = AsyncStream<Void>.makeStream()
        self.log = log
        self.left = left
        self.settling = settling
        self.stopTimeout = stopTimeout
        station = WatchStation(
            services: [service],
            tools: .init(
                engine: engine, journal: MemoryJournal(), reports: log, observers: [log],
                probes: { probes($0, engine) }, isInMaintenance: isInMaintenance, seed: seed,
                settled: { if $0.isEmpty { leave.yield() } }))
    }

    /// Begins; ``end()`` has to follow, which waits for what is begun here.
    package func begin() {
        task.withLock { $0 = Task { [station] in await station.run() } }
    }

    /// - Returns: false when it did not see the service healthy in time.
    package func isHealthy(within limit: Duration) async throws -> Bool {
        try await wait(limit, for: { $0.isHealthy })
    }

    /// The first incident, closed and settled.
    ///
    /// - Parameters:
    ///   - patience: for an incident to open.
    ///   - limit: for it to be over, from now.
    /// - Returns: nil when none opened, or when it is not over in time.
    package func incident(patience: Duration, limit: Duration) async throws -> ClosedIncident? {
        let deadline = ContinuousClock.now + limit
        guard try await wait(min(patience, limit), for: { $0.opened > 0 }),
            try await wait(deadline - .now, for: { !$0.closed.isEmpty })
        else { return nil }
        try await Task.sleep(for: settling)
        return log.book.closed.first
    }

    /// Whether an incident was opened so far.
    package var hasOpened: Bool { log.book.opened > 0 }

    /// Everything it heard and did, with wall-clock times.
    package var lines: [String] { log.book.lines }

    /// Ends the watch, once a change that the engine was asked for is answered.
    package func end() async {
        guard let task = task.withLock({ $0 }) else { return }
        station.reload([])
        let limit = Self.farewell + stopTimeout
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [left] in for await _ in left { return } }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
        task.cancel()
        await task.value
    }

    private func wait(
        _ limit: Duration, for holds: @Sendable (DemoLog.Book) -> Bool
    ) async throws -> Bool {
        let deadline = ContinuousClock.now + limit
        while !holds(log.book) {
            guard ContinuousClock.now < deadline else { return false }
            try await Task.sleep(for: Self.pause)
        }
        return true
    }
}
