public import FlyingFox
import Foundation

/// The service's routes.
public struct App: HTTPHandler {
    /// The largest body `/compute` reads, in bytes; more than this is refused with 413.
    static let bodyLimitBytes = 65_536

    private let marker: HealthMarker
    private let version: String
    private let dependency: Dependency?
    private let simulation: Simulation

    public init(options: Options) {
        marker = HealthMarker(path: options.marker)
        version = options.version
        dependency = options.dependency
        simulation = Simulation(flap: options.flap)
    }

    public func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await simulation.pass()
        switch (request.method, request.path) {
        case (.GET, "/healthz"): return try await health()
        case (.GET, "/readyz"): return try await readiness()
        case (.GET, "/version"): return try .json(["version": version])
        case (.POST, "/compute"): return try await compute(request)
        case (.POST, "/__simulate/unhealthy"): return try simulate(marker.markUnhealthy)
        case (.POST, "/__simulate/healthy"): return try simulate(marker.markHealthy)
        case (.POST, "/__simulate/hang"):
            await simulation.hang()
            return try .json(["status": "hanging"])
        case (.POST, "/__simulate/leak"):
            // Nobody waits for it: the answer goes out before the memory runs out.
            Task { await simulation.leakMemory() }
            return try .json(["status": "leaking"])
        default: return try .json(["error": "no such endpoint"], status: .notFound)
        }
    }

    private func health() async throws -> HTTPResponse {
        let isSteady = await simulation.isSteady()
        guard marker.isHealthy, isSteady else {
            return try .json(["status": "unhealthy"], status: .serviceUnavailable)
        }
        return try await dependent(["status": "ok"])
    }

    private func readiness() async throws -> HTTPResponse {
        try await dependent(["status": "ready"])
    }

    /// The answer, or 503 while the service's dependency is down.
    private func dependent(_ answer: [String: String]) async throws -> HTTPResponse {
        guard let dependency else { return try .json(answer) }
        guard await dependency.isReachable() else {
            return try .json(["status": "dependency down"], status: .serviceUnavailable)
        }
        return try .json(answer)
    }

    /// Changes the marker and answers with the state it leads to.
    private func simulate(_ change: () throws -> Void) throws -> HTTPResponse {
        do {
            try change()
        } catch {
            return try .json(["error": "cannot write \(marker.path)"], status: .internalServerError)
        }
        return try .json(["status": marker.isHealthy ? "ok" : "unhealthy"])
    }

    private func compute(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard (request.bodySequence.count ?? .max) <= Self.bodyLimitBytes else {
            let error = ComputeError("body", "must state its length, at most \(Self.bodyLimitBytes) bytes")
            return try .json(error, status: .payloadTooLarge)
        }
        do {
            return try .json(["result": Compute.respond(to: try await request.bodyData)])
        } catch let error as ComputeError {
            return try .json(error, status: .badRequest)
        }
    }
}
