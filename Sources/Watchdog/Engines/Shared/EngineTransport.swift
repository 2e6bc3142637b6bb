internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import Watchdog

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Carries requests to an engine's unix socket, one connection each.
///
/// A connection of its own costs some 50 µs and buys a clear answer: what fails before the connection stands was never
/// sent. On a connection kept open, an engine that restarts and a request lost on the way look alike.
struct EngineTransport: Sendable {
    let socket: EngineSocket

    /// Shared by all and never shut down: it holds nothing between requests.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(5)
        configuration.httpVersion = .http1Only
        // A missing engine is an answer, to be had at once; who wants to wait for it asks again.
        configuration.connectionPool.retryConnectionEstablishment = false
        // Event streams and slow stops hold connections; the default of 8 would make probes wait for them.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 256
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Asks and reads the whole answer. Throws ``EngineFailure``.
    func send(_ request: EngineRequest, version: String?) async throws -> EngineResponse {
        let limit = request.answerLimitBytes
        return try await fold(request, version: version, EngineResponse(status: 0, body: [])) {
            answer, chunk in
            guard answer.body.count + chunk.count <= limit else {
                throw EngineFailure.lost(
                    EngineFault(.malformed, "the engine's answer is longer than \(limit) bytes"))
            }
            answer.body += chunk
        } end: { answer, status in
            answer.status = status
        }
    }

    /// Asks and folds the answer's body as it comes; a status that says no is thrown as ``EngineFailure`` instead.
    func fold<State: Sendable>(
        _ request: EngineRequest, version: String?, _ start: State,
        _ step: @escaping @Sendable (inout State, [UInt8]) throws -> Void,
        end: @escaping @Sendable (inout State, _ status: Int) -> Void = { _, _ in }
    ) async throws -> State {
        guard let limit = request.limit else {
            return try await exchange(request, version: version, start, step, end)
        }
        return try await withTimeLimit(limit, "\(request.method.rawValue) \(request.path)") {
            try await exchange(request, version: version, start, step, end)
        }
    }

    private func exchange<State: Sendable>(
        _ request: EngineRequest, version: String?, _ start: State,
        _ step: @Sendable (inout State, [UInt8]) throws -> Void,
        _ end: @Sendable (inout State, _ status: Int) -> Void
    ) async throws -> State {
        var state = start
        let url = "http+unix://\(EngineRequest.escape(socket.path))\(request.target(version: version))"
        var http = HTTPClientRequest(url: url)
        http.method = HTTPMethod(rawValue: request.method.rawValue)
        http.headers.add(name: "Host", value: "engine")
        http.headers.add(name: "Connection", value: "close")
        switch request.body {
        case .none: break
        case .json(let value):
            http.headers.add(name: "Content-Type", value: "application/json")
            http.body = .bytes(ByteBuffer(string: value.text))
        case .tar(let bytes):
            http.headers.add(name: "Content-Type", value: "application/x-tar")
            http.body = .bytes(ByteBuffer(bytes: bytes))
        }
        do {
            let response = try await Self.client.execute(http, deadline: .distantFuture)
            let status = Int(response.status.code)
            let isYes = EngineFailure.from(status: status, body: []) == nil
            var refusal: [UInt8] = []
            for try await buffer in response.body {
                if isYes {
                    try step(&state, Array(buffer.readableBytesView))
                } else if refusal.count < 64 << 10 {
                    refusal += buffer.readableBytesView
                }
            }
            if let failure = EngineFailure.from(status: status, body: refusal) { throw failure }
            end(&state, status)
            return state
        } catch let failure as EngineFailure {
            throw failure
        } catch {
            throw explain(error)
        }
    }

    /// Whether a request that failed had been sent, and what to tell about it.
    private func explain(_ error: any Error) -> EngineFailure {
        let path = socket.path
        func unreachable(_ why: String) -> EngineFailure {
            .notSent(EngineFault(.unreachable, "no engine answers at \(path): \(why)"))
        }
        switch error {
        case is CancellationError:
            return .lost(EngineFault(.timedOut, "cancelled while waiting for the engine at \(path)"))
        case let error as IOError:
            switch error.errnoCode {
            case ENOENT: return unreachable("there is no such socket")
            case ENOTSOCK: return unreachable("it is not a socket")
            case ECONNREFUSED: return unreachable("nobody listens there")
            case EAGAIN: return unreachable("it takes no more connections")
            case ENOTDIR, ELOOP, ENAMETOOLONG: return unreachable("\(error)")
            case EACCES, EPERM:
                return .notSent(
                    EngineFault(
                        .denied,
                        "no permission to use the engine's socket \(path); run as its owner, or join its group"
                    ))
            default: break
            }
        case let error as SocketAddressError:
            return unreachable("\(error): a socket's path has at most 107 bytes")
        case let error as HTTPClientError:
            switch error {
            case .connectTimeout, .getConnectionFromPoolTimeout:
                return unreachable("\(error.shortDescription)")
            case .cancelled:
                return .lost(EngineFault(.timedOut, "cancelled while waiting for the engine at \(path)"))
            default: break
            }
        default: break
        }
        return .lost(EngineFault(.unreachable, "the connection to the engine at \(path) was lost: \(error)"))
    }
}
