import Incident
package import Watchdog

/// What a runtime demo tells while it plays.
package enum RuntimeDemoEvent: Sendable {
    case step(name: String, detail: String, duration: Duration)
    case probe(String, Vital)
    case watchdog(Announcement)
    case trouble(String)
}

/// Tells steps with their times.
struct DemoStory {
    let tell: @Sendable (RuntimeDemoEvent) -> Void
    private var last = ContinuousClock.now

    init(tell: @escaping @Sendable (RuntimeDemoEvent) -> Void) { self.tell = tell }

    mutating func step(_ name: String, _ detail: String) {
        let now = ContinuousClock.now
        tell(.step(name: name, detail: detail, duration: now - last))
        last = now
    }

    mutating func verdict(_ record: RuntimeDemoRecord) {
        step("report", "verdict \(record.report.data.verdict.rawValue)")
    }
}
