import Foundation
import Incident
import Synchronization
import Watchdog

/// Hears what the watch of a demo does, keeps it, and lets the demo wait for it.
final class DemoLog: WatchObserver, ReportStore {
    struct Book: Sendable {
        var promoted: Set<String> = []
        var deployed: Set<String> = []
        var opened = 0
        var closed: [ClosedIncident] = []
        var isHealthy = false
        var actions = 0
        /// Everything heard, with wall-clock times.
        var lines: [String] = []
    }

    let service: String
    private let tell: @Sendable (RuntimeDemoEvent) -> Void
    private let state = Mutex(Book())

    init(service: String, tell: @escaping @Sendable (RuntimeDemoEvent) -> Void) {
        self.service = service
        self.tell = tell
    }

    var book: Book { state.withLock { $0 } }

    func wait(until holds: @Sendable (Book) -> Bool) async throws {
        while !holds(book) { try await Task.sleep(for: .milliseconds(20)) }
    }

    func probed(_ service: String, _ result: ProbeResult, lateness: Duration) {
        note("probe \(service) \(result.outcome.rawValue) \(result.detail)")
        let vital: Vital =
            switch result.outcome {
            case .passed: .passed
            case .failed: .failed
            case .overloaded, .unknown: .unknown
            }
        if service == self.service { tell(.probe(result.detail, vital)) }
    }

    func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        note("\(service) \(announcement)")
        guard service == self.service else { return }
        state.withLock { book in
            switch announcement {
            case .promoted(let image): book.promoted.insert(image)
            case .deployed(let image):
                book.deployed.insert(image)
                book.isHealthy = false
            case .opened: book.opened += 1
            case .action: book.actions += 1
            case .state(let name): book.isHealthy = name == "healthy" || name == "healed"
            default: break
            }
        }
        tell(.watchdog(announcement))
    }

    func troubled(_ service: String, _ message: String) { tell(.trouble(message)) }

    func write(_ incident: ClosedIncident) throws -> IncidentReport {
        if incident.service == service { state.withLock { $0.closed.append(incident) } }
        return RuntimeReport(incident, engine: .process, configuration: nil, style: .live).make()
    }

    private func note(_ line: String) {
        let time = Date().formatted(.iso8601.time(includingFractionalSeconds: true))
        state.withLock { $0.lines.append("\(time) \(line)") }
    }
}
