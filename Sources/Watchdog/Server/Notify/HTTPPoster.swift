package import AsyncHTTPClient
package import Foundation
import NIOCore
import NIOHTTP1

/// Posts one body to one address.
package struct HTTPPoster: Sendable {
    private let client: HTTPClient

    /// - Parameter client: from ``makeClient()``; whoever made it shuts it down, after the notifiers have ended.
    package init(client: HTTPClient) { self.client = client }

    /// A client that follows no redirects: a signed body is for the address that was configured, and for no other.
    package static func makeClient() -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(5)
        configuration.connectionPool.idleTimeout = .seconds(30)
        configuration.httpVersion = .automatic
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// - Returns: delivered for 2xx; failed for what may pass: no connection, a time-out, 408, 425, 429, 5xx.
    package func post(
        _ body: Data, to url: String, headers: [(String, String)], timeout: Duration
    ) async -> Delivery {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(contentsOf: headers)
        request.headers.add(name: "User-Agent", value: "healing-lab")
        request.body = .bytes(body)
        do {
            let response = try await client.execute(request, timeout: TimeAmount(timeout))
            let status = Int(response.status.code)
            switch status {
            case 200...299: return .delivered
            case 408, 425, 429, 500...599:
                let after = response.headers.first(name: "Retry-After").flatMap { Int($0) }
                return .failed("status \(status)", after: after.map { .seconds(max(0, min($0, 3600))) })
            default: return .refused("status \(status)")
            }
        } catch let error as HTTPClientError where Self.isHopeless(error) {
            return .refused("the URL cannot be used: \(error.shortDescription)")
        } catch {
            return .failed(Self.words(error))
        }
    }

    private static func isHopeless(_ error: HTTPClientError) -> Bool {
        error == .invalidURL || error == .emptyHost || error == .emptyScheme || error == .missingSocketPath
            || error.shortDescription.hasPrefix("Unsupported scheme")
    }

    /// Without the URL, which may hold a secret.
    private static func words(_ error: any Error) -> String {
        if let error = error as? HTTPClientError {
            return error == .deadlineExceeded ? "no answer in time" : error.shortDescription
        }
        return "no connection"
    }
}
