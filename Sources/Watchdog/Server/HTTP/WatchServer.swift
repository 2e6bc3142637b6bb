import Foundation
import Hummingbird
import Incident
package import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// Set once.
private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}

/// The watch's pages: metrics, status, incidents, news, health and commands, on one address.
package struct WatchServer: Service {
    /// Longer bodies are refused with 413.
    static let bodyLimitBytes = 64 * 1024
    /// Connections at the same time; more wait to be accepted.
    static let connectionLimit = 256
    /// A connection without a request is closed after this.
    static let idleLimit: TimeAmount = .seconds(75)

    let address: ListenAddress
    let board: WatchBoard
    let metrics: PrometheusRegistry
    let pages: any WatchPages
    let health: @Sendable () -> WatchHealth
    let command: @Sendable (String, WatchCommand) async -> CommandOutcome
    let reload: @Sendable () async -> CommandOutcome
    let events: EventsResponse
    private let hosts: Set<String>
    private let onListening: @Sendable (Int) -> Void
    private let logger: Logger

    /// - Parameters:
    ///   - hosts: names beside the loopback ones and the address's own that requests may be for.
    ///   - pages: makes what people see.
    ///   - command: carries out what a person asks for; should answer within seconds.
    ///   - heartbeat: a comment is sent to clients of `/events` after this time without news.
    ///   - stallLimit: a client of `/events` that takes nothing for this long is closed.
    ///   - onListening: told the port once requests are taken.
    package init(
        address: ListenAddress = ListenAddress(), hosts: Set<String> = [], board: WatchBoard,
        metrics: PrometheusRegistry, pages: any WatchPages, health: @escaping @Sendable () -> WatchHealth,
        command: @escaping @Sendable (String, WatchCommand) async -> CommandOutcome,
        reload: @escaping @Sendable () async -> CommandOutcome,
        heartbeat: Duration = .seconds(15), stallLimit: Duration = .seconds(10), logger: Logger,
        onListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.address = address
        self.hosts = hosts
        self.board = board
        self.metrics = metrics
        self.pages = pages
        self.health = health
        self.command = command
        self.reload = reload
        events = EventsResponse(board: board, heartbeat: heartbeat, stallLimit: stallLimit)
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the service group shuts down or the task is cancelled.
    ///
    /// - Throws: `LabError` with `unavailable` when the address cannot be listened on.
    package func run() async throws {
        let listening = Flag()
        let app = Application(
            router: router,
            server: .http1(
                configuration: .init(
                    idleTimeout: Self.idleLimit,
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
            ),
            configuration: .init(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: .maximum(Self.connectionLimit, logger: logger)),
            onServerRunning: { [onListening] channel in
                listening.set()
                onListening(channel.localAddress?.port ?? 0)
            },
            logger: logger)
        do {
            try await app.run()
        } catch  where !listening.isSet && !(error is CancellationError) {
            throw unavailable(error)
        }
    }

    private func unavailable(_ error: any Error) -> LabError {
        let code = (error as? IOError)?.errnoCode
        let reason =
            switch code {
            case EADDRINUSE: "the port is in use"
            case EACCES: "the port may not be used by this user"
            case EADDRNOTAVAIL: "this machine has no such address"
            default: "\(error)"
            }
        return LabError(
            .unavailable, "cannot listen on \(address): \(reason)",
            hint: code == EADDRINUSE ? "Another watchdog may be running; give this one another port." : nil,
            underlying: nil)
    }

    /// Host names that are let in; nil for any, where the server is open to other machines under names not known here.
    var allowedHosts: Set<String>? {
        guard address.isLoopback else { return hosts.isEmpty ? nil : hosts.union(own) }
        return hosts.union(own)
    }

    private var own: Set<String> { ["localhost", "127.0.0.1", "::1", address.host.lowercased()] }
}
