import Incident
import Synchronization
import Watchdog

/// Hears what the watch of one service does, with the time of each word.
final class DrillLog: WatchObserver, ReportStore {
    enum Word: Sendable, Equatable {
        case passed
        case state(String)
        case opened
        case action(String)
        case closed(Ending)
        case trouble(String)
    }

    struct Mark: Sendable {
        var at: BootInstant
        var word: Word
    }

    private let clock = BootClock()
    private let marks = Mutex<[Mark]>([])

    var all: [Mark] { marks.withLock { $0 } }

    /// The first one that fits, waited for; the drill's own time limit ends the wait.
    func wait(
        after moment: BootInstant = .zero, for fits: @Sendable (Word) -> Bool
    ) async throws -> BootInstant {
        while true {
            if let mark = all.first(where: { $0.at >= moment && fits($0.word) }) { return mark.at }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func note(_ word: Word) {
        let mark = Mark(at: clock.now, word: word)
        marks.withLock { $0.append(mark) }
    }

    func probed(_ service: String, _ result: ProbeResult, lateness: Duration) {
        if result.outcome == .passed { note(.passed) }
    }

    func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        switch announcement {
        case .state(let name): note(.state(name))
        case .opened: note(.opened)
        case .action(_, let verb, let result): note(.action("\(verb) \(result)"))
        case .closed(_, let ending): note(.closed(ending))
        case .promoted, .deployed, .held, .cleared, .declined: break
        }
    }

    func troubled(_ service: String, _ message: String) { note(.trouble(message)) }

    func write(_ incident: ClosedIncident) throws -> IncidentReport {
        RuntimeReport(incident, engine: .docker, configuration: nil, style: .live).make()
    }
}
