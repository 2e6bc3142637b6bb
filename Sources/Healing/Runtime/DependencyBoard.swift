import Synchronization
import Watchdog

/// Knows which services stand, and tells when a service loses or regains what it depends on.
final class DependencyBoard: WatchObserver {
    private struct Board {
        /// What each service needs.
        var needs: [String: [String]] = [:]
        var down: Set<String> = []
        var held: Set<String> = []
    }

    private let board = Mutex(Board())
    let changes: AsyncStream<(service: String, isDown: Bool)>
    private let change: AsyncStream<(service: String, isDown: Bool)>.Continuation

    init() { (changes, change) = AsyncStream.makeStream() }

    func declare(_ needs: [String: [String]]) {
        board.withLock { board in
            board.needs = needs
            tell(&board)
        }
    }

    /// A new watch of a service is told again.
    func renew(_ service: String) {
        board.withLock { board in
            board.held.remove(service)
            tell(&board)
        }
    }

    func stands(_ status: ServiceStatus) {
        board.withLock { board in
            // Most news changes nothing for dependents, and there may be thousands of services.
            guard Self.isDown(status) != board.down.contains(status.service) else { return }
            if Self.isDown(status) {
                board.down.insert(status.service)
            } else {
                board.down.remove(status.service)
            }
            tell(&board)
        }
    }

    /// Suspicion is enough: a dependent that is restarted because of what it needs only adds to the trouble.
    private static func isDown(_ status: ServiceStatus) -> Bool {
        switch status.state {
        case "healthy", "healed", "starting": false
        case "held": status.holds.contains { $0 != .maintenance && $0 != .engineUnreachable }
        default: true
        }
    }

    private func tell(_ board: inout Board) {
        for (service, needs) in board.needs {
            let isDown = needs.contains(where: board.down.contains)
            guard isDown != board.held.contains(service) else { continue }
            if isDown { board.held.insert(service) } else { board.held.remove(service) }
            change.yield((service, isDown))
        }
    }
}
