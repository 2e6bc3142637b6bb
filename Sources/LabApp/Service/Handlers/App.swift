public import FlyingFox
import Foundation

/// The service's routes.
public struct App: HTTPHandler {
    /// The largest body `/compute` reads, in bytes; more than this is refused with 413.
    static let bodyLimitBytes = 65_536

    private let marker: HealthMarker
    private let version: String

    public init(options: Options) {
        marker = HealthMarker(path: options.marker)
        version = options.version
    }

    public func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        switch (request.method, request.path) {
        case (.GET, "/healthz"): return try health()
        case (.GET, "/readyz"): return try .json(["status": "ready"])
        case (.GET, "/version"): return try .json(["version": version])
        case (.POST, "/compute"): return try await compute(request)
        case (.POST, "/__simulate/unhealthy"): return try simulate(marker.markUnhealthy)
        case (.POST, "/__simulate/healthy"): return try simulate(marker.markHealthy)
        default: return try .json(["error": "no such endpoint"], status: .notFound)
        }
    }

    private func health() throws -> HTTPResponse {
        guard marker.isHealthy else {
            return try .json(["status": "unhealthy"], status: .serviceUnavailable)
        }
        return try .json(["status": "ok"])
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
