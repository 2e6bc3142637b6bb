import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Reads server-sent events.
struct EventsClient {
    struct Event: Equatable {
        var id: Int64?
        var kind = ""
        var data = ""
        var comment = ""
        var retry = ""
    }

    private var body: HTTPClientResponse.Body.AsyncIterator
    private var text = ""
    let headers: [String: String]

    init(port: Int, last: Int64? = nil) async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/events")
        if let last { request.headers.add(name: "Last-Event-ID", value: "\(last)") }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        body = response.body.makeAsyncIterator()
        var all: [String: String] = [:]
        for header in response.headers { all[header.name.lowercased()] = header.value }
        headers = all
    }

    /// The next block; nil at the end.
    mutating func next() async throws -> Event? {
        while !text.contains("\n\n") {
            guard let chunk = try await body.next() else { return nil }
            text += String(buffer: chunk)
        }
        guard let end = text.range(of: "\n\n") else { return nil }
        let block = text[..<end.lowerBound]
        text = String(text[end.upperBound...])
        var event = Event()
        for line in block.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? parts[1].trimmingPrefix(" ") : ""
            switch parts[0] {
            case "": event.comment = String(value)
            case "id": event.id = Int64(value)
            case "event": event.kind = String(value)
            case "data": event.data += String(value)
            case "retry": event.retry = String(value)
            default: event.kind = "unknown field \(parts[0])"
            }
        }
        return event
    }

    /// The next so many events, without greetings and comments.
    mutating func events(_ count: Int) async throws -> [Event] {
        var result: [Event] = []
        while result.count < count, let event = try await next() {
            if !event.kind.isEmpty { result.append(event) }
        }
        return result
    }
}
