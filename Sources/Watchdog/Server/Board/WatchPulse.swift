import Synchronization
package import Watchdog

/// Tells a watch that makes progress from one that hangs: every look at a service is a beat.
///
/// Not a probe for each service: a single watch that hangs beside others that work is not noticed here, but its
/// `lab_watch_probes_total` stands still.
package final class WatchPulse: WatchObserver {
    private let last: Mutex<BootInstant>
    private let limit: Duration
    private let now: @Sendable () -> BootInstant

    /// - Parameter limit: without a beat for so long the watch counts as stuck, and a supervisor starts it again.
    package init(
        limit: Duration = .seconds(30), now: @escaping @Sendable () -> BootInstant = { BootClock().now }
    ) {
        self.limit = limit
        self.now = now
        last = Mutex(now())
    }

    package func beat() { last.withLock { $0 = now() } }

    package var health: WatchHealth {
        let silence = last.withLock { $0 }.duration(to: now())
        if silence <= limit { return .ok }
        return .stuck(
            "no probe was made for \(Int(silence.inSeconds)) s, expected within \(Int(limit.inSeconds)) s")
    }

    package func probed(_ service: String, _ result: ProbeResult, lateness: Duration) { beat() }
}
