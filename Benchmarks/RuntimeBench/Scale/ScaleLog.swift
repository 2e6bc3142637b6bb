import Incident
import Synchronization
import Watchdog

/// Counts what many watches tell, at the price of a lock and two numbers a look.
final class ScaleLog: WatchObserver, ReportStore {
    struct Tally: Sendable {
        /// Microseconds.
        var lateness: [UInt32] = []
        var looks: [UInt32] = []
        var failed = 0
        /// What failed looks said, and how often.
        var details: [String: Int] = [:]
        var promoted = 0
        var opened = 0
        var troubles: [String] = []
    }

    private let tally: Mutex<Tally>

    /// - Parameter room: looks between two calls of ``take()``, so that none of them waits for memory.
    init(room: Int) {
        var tally = Tally()
        tally.lateness.reserveCapacity(room)
        tally.looks.reserveCapacity(room)
        self.tally = Mutex(tally)
    }

    var promoted: Int { tally.withLock(\.promoted) }

    /// What was counted since the last call; promotions are counted on.
    func take() -> Tally {
        tally.withLock { tally in
            let taken = tally
            tally.lateness.removeAll(keepingCapacity: true)
            tally.looks.removeAll(keepingCapacity: true)
            tally.failed = 0
            tally.details = [:]
            return taken
        }
    }

    func probed(_ service: String, _ result: ProbeResult, lateness: Duration) {
        let late = UInt32(clamping: lateness.wholeNanoseconds / 1000)
        let took = UInt32(clamping: result.duration.wholeNanoseconds / 1000)
        tally.withLock { tally in
            tally.lateness.append(late)
            tally.looks.append(took)
            if result.outcome != .passed {
                tally.failed += 1
                tally.details[result.detail, default: 0] += 1
            }
        }
    }

    func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        switch announcement {
        case .promoted: tally.withLock { $0.promoted += 1 }
        case .opened: tally.withLock { $0.opened += 1 }
        default: break
        }
    }

    func troubled(_ service: String, _ message: String) {
        tally.withLock { if $0.troubles.count < 10 { $0.troubles.append(message) } }
    }

    func write(_ incident: ClosedIncident) throws -> IncidentReport {
        RuntimeReport(incident, engine: .docker, configuration: nil, style: .live).make()
    }
}
