import AsyncHTTPClient
import Foundation
import Incident
import NIOCore
import NIOHTTP1
import Watchdog
import WatchdogConfiguration

/// Speaks to a running watchdog over the address it serves on.
struct WatchClient {
    private let base: String

    /// Never shut down: the command ends with it.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = .seconds(3)
        // By default it tries to connect until the request's time is up: 10 s to hear that nobody listens.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Nil when the configuration serves nowhere.
    init?(_ configuration: WatchConfiguration) {
        guard let listen = configuration.listen else { return nil }
        let host = listen.host == "0.0.0.0" ? "127.0.0.1" : listen.host
        base = "http://\(WatchdogConfiguration.ListenAddress(host: host, port: listen.port))"
    }

    /// Nil when no watchdog answers there.
    func statuses() async throws -> [ServiceStatus]? {
        guard let (status, body) = await send("GET", "/status"), status == 200 else { return nil }
        return try CanonicalJSON.decode([ServiceStatus].self, from: body)
    }

    /// A person's command; nil when no watchdog answers there.
    ///
    /// - Throws: `LabError` with `.badInput` when it declines.
    func command(_ service: String, _ verb: String, body: [String: String] = [:]) async throws -> String? {
        let path =
            "/services/\(service.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? service)/\(verb)"
        guard let (status, data) = await send("POST", path, try JSONEncoder().encode(body)) else {
            return nil
        }
        let answer = try? JSONDecoder().decode(Answer.self, from: data)
        guard (200...299).contains(status) else {
            throw LabError(
                .badInput, "\(service): \(answer?.error?.message ?? "the watchdog answered \(status)").")
        }
        return "\(service): \(answer?.message ?? "the watchdog was told")"
    }

    private struct Answer: Decodable {
        struct Failure: Decodable { var message: String }
        var message: String?
        var error: Failure?
    }

    private func send(_ method: String, _ path: String, _ body: Data? = nil) async -> (Int, Data)? {
        var request = HTTPClientRequest(url: base + path)
        request.method = HTTPMethod(rawValue: method)
        if let body {
            request.headers.add(name: "X-Lab-Watch", value: "1")
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        guard let response = try? await Self.client.execute(request, timeout: .seconds(10)),
            let answer = try? await response.body.collect(upTo: 16 << 20)
        else { return nil }
        return (Int(response.status.code), Data(answer.readableBytesView))
    }
}
