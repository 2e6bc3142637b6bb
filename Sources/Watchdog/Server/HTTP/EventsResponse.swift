import Foundation
import Hummingbird
import HTTPTypes
import NIOCore
import ServiceLifecycle

/// `GET /events`: the news as server-sent events.
///
///     ring ◄── cursor of this client ──► frames ──► socket
///      │
///      └─ wakes the client; holds nothing for it
///
/// A client that reads slowly waits at its own cursor and is told a gap when the ring has moved on; one that does not
/// read at all for `stallLimit` is closed. Nothing is buffered for it beyond the socket.
struct EventsResponse: Sendable {
    let board: WatchBoard
    let heartbeat: Duration
    let stallLimit: Duration

    func response(_ request: Request, _ context: WatchRequestContext) throws -> Response {
        var seen: Int64?
        if let text = request.headers[.lastEventID], !text.isEmpty {
            guard let number = Int64(text), number >= 0 else {
                throw HTTPError(.badRequest, message: "Last-Event-ID must be the number of an event")
            }
            seen = number
        }
        guard board.hasRoom else {
            throw HTTPError(
                .serviceUnavailable, headers: [.retryAfter: "30"], message: "too many clients listen")
        }
        let start = seen
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .connection: "close"],
            body: ResponseBody { writer in
                // Others may have come meanwhile; this one tries again.
                guard let place = board.join() else { return try await writer.finish(nil) }
                let out = EventsWriter(channel: context.channel, limit: stallLimit)
                defer { board.leave(place.reader, dropped: out.hasStalled) }
                try await withGracefulShutdownHandler {
                    try await request.body.consumeWithInboundCloseHandler { _ in
                        try await stream(
                            from: start ?? place.last, isResumed: start != nil, place.wakes, place.wake, out,
                            &writer)
                    } onInboundClosed: {
                        place.wake.finish()
                    }
                } onGracefulShutdown: {
                    place.wake.finish()
                }
                try await writer.finish(nil)
            })
    }

    private func stream(
        from start: Int64, isResumed: Bool, _ wakes: AsyncStream<Void>,
        _ wake: AsyncStream<Void>.Continuation,
        _ out: EventsWriter, _ writer: inout any ResponseBodyWriter
    ) async throws {
        // Without a number of its own the client takes the current one, so that it misses nothing when it returns.
        let greeting = isResumed ? "retry: 2000\n\n" : "retry: 2000\nid: \(start)\n\n"
        try await out.write(ByteBuffer(string: greeting), to: &writer)
        let beat = out.channel.eventLoop.scheduleRepeatedTask(
            initialDelay: .init(heartbeat), delay: .init(heartbeat)
        ) { _ in wake.yield() }
        defer { beat.cancel() }
        wake.yield()
        var seen = start
        var lastWrite = ContinuousClock.now
        for await _ in wakes {
            while true {
                let batch = board.batch(after: seen)
                if let gap = batch.gap {
                    let data = String(decoding: try CompactJSON.encode(gap), as: UTF8.self)
                    try await out.write(ByteBuffer(string: "event: gap\ndata: \(data)\n\n"), to: &writer)
                }
                seen = batch.last
                guard batch.bytes.readableBytes > 0 else { break }
                try await out.write(batch.bytes, to: &writer)
                lastWrite = .now
            }
            if ContinuousClock.now - lastWrite >= heartbeat * 0.9 {
                try await out.write(ByteBuffer(string: ": still here\n\n"), to: &writer)
                lastWrite = .now
            }
        }
    }
}
