import Synchronization
import Watchdog
import WatchdogEngines

/// A second, bare listener to the engine's events: no watchdog can know of an end before the engine tells of it.
final class EndListener: Sendable {
    private let docker: DockerEngine
    private let service: String
    private let clock = BootClock()
    private let first = Mutex<BootInstant?>(nil)
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(docker: DockerEngine, service: String) {
        self.docker = docker
        self.service = service
    }

    deinit { task.withLock { $0?.cancel() } }

    /// Returns when it listens.
    func stand() async throws {
        let events = docker.events()
        // Ended by `deinit`, and with the engine at the latest.
        let listening = Task { [weak self, clock, service] in
            do {
                for try await event in events where event.name == service {
                    guard case .died = event.kind else { continue }
                    let now = clock.now
                    self?.first.withLock { $0 = $0 ?? now }
                    return
                }
            } catch {}
        }
        task.withLock { $0 = listening }
        try await Task.sleep(for: .milliseconds(100))
    }

    var ended: BootInstant? { first.withLock { $0 } }
}
