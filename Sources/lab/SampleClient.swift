import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Requests to the sample service.
struct SampleClient: Sendable {
    private let client = HTTPClient(eventLoopGroupProvider: .singleton)

    /// Status and body; nil when there is no answer within five seconds.
    func send(_ method: String, _ url: String) async -> (status: Int, body: String)? {
        var request = HTTPClientRequest(url: url)
        request.method = .init(rawValue: method)
        guard let response = try? await client.execute(request, timeout: .seconds(5)),
            let body = try? await response.body.collect(upTo: 65_536)
        else { return nil }
        return (Int(response.status.code), String(buffer: body))
    }

    func stop() async { try? await client.shutdown() }
}
