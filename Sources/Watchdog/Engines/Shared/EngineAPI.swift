internal import Synchronization
internal import Watchdog

/// The engine's HTTP interface in the version agreed on with it. Docker and Swarm share it, as they share the socket.
final class EngineAPI: Sendable {
    let socket: EngineSocket
    private let transport: EngineTransport
    private let known = Mutex<EngineIdentity?>(nil)

    init(socket: EngineSocket) {
        self.socket = socket
        transport = EngineTransport(socket: socket)
    }

    /// Asks anew who is there. Throws ``EngineFailure``.
    func identify() async throws -> EngineIdentity {
        var request = EngineRequest.get("/version")
        request.limit = .seconds(10)
        let identity = try EngineIdentity(version: try await transport.send(request, version: nil).json())
        known.withLock { $0 = identity }
        return identity
    }

    func version() async throws -> EngineVersion {
        if let identity = known.withLock({ $0 }) { return identity.version }
        return try await identify().version
    }

    func send(_ request: EngineRequest) async throws -> EngineResponse {
        try await agreeing { try await self.transport.send(request, version: $0) }
    }

    func fold<State: Sendable>(
        _ request: EngineRequest, _ start: State,
        _ step: @escaping @Sendable (inout State, [UInt8]) throws -> Void
    ) async throws -> State {
        try await agreeing { try await self.transport.fold(request, version: $0, start, step) }
    }

    func json(_ request: EngineRequest) async throws -> JSON {
        try await send(request).json()
    }

    /// Nil where there is no such thing.
    func found(_ path: String) async throws -> JSON? {
        do {
            return try await json(.get(path))
        } catch let failure as EngineFailure where failure.isNotFound {
            return nil
        }
    }

    /// Another engine may have taken the place of the one that the version was agreed on with: an upgrade, with the
    /// watchdog running. It refuses before it does anything, so asking once more is safe.
    private func agreeing<Value: Sendable>(_ ask: (String) async throws -> Value) async throws -> Value {
        do {
            return try await ask(try await version().description)
        } catch let failure as EngineFailure {
            if case .notSent = failure { known.withLock { $0 = nil } }
            guard failure.asksForAnotherVersion else { throw failure }
            return try await ask(try await identify().version.description)
        }
    }
}
