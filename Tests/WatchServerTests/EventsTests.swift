import Foundation
import Incident
import NIOCore
import Testing
@testable import Watchdog
@testable import WatchdogServer

/// Live: each test serves on a free port of this machine.
@Suite(.timeLimit(.minutes(1)))
struct EventsTests {
    func tell(_ live: LiveServer, _ numbers: Range<Int>) {
        for number in numbers {
            live.board.announced(
                "web", .promoted(image: "image-\(number)"), at: Samples.moment(Double(number)))
        }
    }

    func image(_ event: EventsClient.Event) throws -> String? {
        let object = try JSONSerialization.jsonObject(with: Data(event.data.utf8)) as? [String: Any]
        return (object?["data"] as? [String: Any])?["image"] as? String
    }

    @Test func news_come_as_cloud_events_with_increasing_numbers() async throws {
        try await LiveServer.run { (live) async throws in
            var client = try await EventsClient(port: live.port)
            #expect(client.headers["content-type"] == "text/event-stream")
            let greeting = try #require(try await client.next())
            #expect(greeting.id == Samples.wall * 1000)
            tell(live, 0..<2)
            live.board.hear(Samples.closed())
            let events = try await client.events(4)
            #expect(events.map(\.kind) == ["promoted", "promoted", "opened", "incident"])
            #expect(events.map(\.id) == (1...4).map { Samples.wall * 1000 + $0 })
            let event = try #require(
                try JSONSerialization.jsonObject(with: Data(events[0].data.utf8)) as? [String: Any])
            #expect(event["specversion"] as? String == "1.0")
            #expect(event["type"] as? String == "dev.healing-lab.watch.promoted")
            #expect(event["source"] as? String == "/healing-lab/runtime/web")
            #expect(event["time"] as? String == "2025-11-24T16:00:00.000Z")
            let report = try JSONDecoder().decode(IncidentReport.self, from: Data(events[3].data.utf8))
            #expect(report.type == "dev.healing-lab.incident")
            #expect(try await live.scrape().value("lab_watch_events_clients") == 1)
        }
    }

    @Test func a_client_that_comes_back_misses_nothing() async throws {
        try await LiveServer.run { (live) async throws in
            tell(live, 0..<10)
            var client = try await EventsClient(port: live.port, last: Samples.wall * 1000 + 4)
            tell(live, 10..<12)
            let events = try await client.events(8)
            #expect(try events.map { try image($0) } == (4..<12).map { "image-\($0)" })
        }
    }

    @Test func a_gap_is_told_to_a_client_that_comes_back_too_late() async throws {
        try await LiveServer.run(events: 5) { (live) async throws in
            tell(live, 0..<10)
            var client = try await EventsClient(port: live.port, last: Samples.wall * 1000 + 2)
            let events = try await client.events(6)
            #expect(events[0].kind == "gap")
            #expect(
                events[0].data == #"{"after":\#(Samples.wall * 1000 + 2),"next":\#(Samples.wall * 1000 + 6)}"#
            )
            #expect(try events.dropFirst().map { try image($0) } == (5..<10).map { "image-\($0)" })
        }
    }

    @Test func a_number_from_the_future_or_from_a_former_life_is_a_gap() async throws {
        try await LiveServer.run { (live) async throws in
            tell(live, 0..<1)
            for last in [Samples.wall * 1000 + 99, 7] {
                var client = try await EventsClient(port: live.port, last: last)
                #expect(try await client.events(2).map(\.kind) == ["gap", "promoted"])
            }
        }
    }

    @Test func a_last_event_id_that_is_no_number_is_refused() async throws {
        try await LiveServer.run { (live) async throws in
            #expect(try await live.request("/events", headers: [("Last-Event-ID", "x")]).status == 400)
        }
    }

    @Test func a_comment_is_sent_while_there_is_no_news() async throws {
        try await LiveServer.run(heartbeat: .milliseconds(50)) { (live) async throws in
            var client = try await EventsClient(port: live.port)
            _ = try await client.next()
            #expect(try await client.next()?.comment == "still here")
            tell(live, 0..<1)
            #expect(try await client.events(1).count == 1)
        }
    }

    @Test func a_text_with_line_ends_stays_in_its_event() async throws {
        try await LiveServer.run { (live) async throws in
            var client = try await EventsClient(port: live.port)
            _ = try await client.next()
            let hostile = "a\n\nid: 9\r\ndata: x\u{2028}"
            live.board.announced("web", .declined(hostile), at: Samples.moment())
            let event = try #require(try await client.events(1).first)
            let object = try JSONSerialization.jsonObject(with: Data(event.data.utf8)) as? [String: Any]
            #expect((object?["data"] as? [String: Any])?["reason"] as? String == hostile)
        }
    }

    @Test func a_client_that_does_not_read_is_dropped() async throws {
        try await LiveServer.run(stallLimit: .milliseconds(300)) { (live) async throws in
            let socket = try RawSocket(port: live.port)
            socket.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while try await live.scrape().value("lab_watch_events_clients") != 1 {
                try await Task.sleep(for: .milliseconds(10))
            }
            let image = String(repeating: "x", count: 64 * 1024)
            for number in 0..<400 {
                live.board.announced("web", .promoted(image: image), at: Samples.moment(Double(number)))
            }
            while try await live.scrape().value("lab_watch_events_clients_dropped_total") != 1 {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(try await live.scrape().value("lab_watch_events_clients") == 0)
        }
    }

    @Test func a_client_that_hangs_up_is_forgotten() async throws {
        try await LiveServer.run { (live) async throws in
            var socket: RawSocket? = try RawSocket(port: live.port)
            socket?.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while try await live.scrape().value("lab_watch_events_clients") != 1 {
                try await Task.sleep(for: .milliseconds(10))
            }
            socket = nil
            while try await live.scrape().value("lab_watch_events_clients") != 0 {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(try await live.scrape().value("lab_watch_events_clients_dropped_total") == 0)
        }
    }

    @Test func more_clients_than_fit_are_turned_away() async throws {
        try await LiveServer.run { (live) async throws in
            let readers = (0..<WatchBoard.clientLimit).compactMap { _ in live.board.join()?.reader }
            #expect(readers.count == WatchBoard.clientLimit)
            #expect(live.board.join() == nil)
            #expect(try await live.request("/events").status == 503)
            live.board.leave(readers[0], dropped: false)
            var client = try await EventsClient(port: live.port)
            #expect(try await client.next() != nil)
        }
    }

    @Test func open_connections_do_not_hold_up_a_shutdown() async throws {
        let clock = ContinuousClock()
        let start = Held(clock.now)
        var client: EventsClient?
        try await LiveServer.run { (live) async throws in
            var open = try await EventsClient(port: live.port)
            _ = try await open.next()
            client = open
            start.value = clock.now
        }
        #expect(clock.now - start.value < .seconds(5))
        var open = try #require(client)
        #expect(try await open.next() == nil)
    }

    @Test func the_ring_is_bounded_in_bytes() {
        var ring = EventRing(last: 0, limit: 1000, limitBytes: 10_000)
        for _ in 0..<5000 { ring.append(kind: "x", data: [UInt8](repeating: 65, count: 1000)) }
        #expect(ring.count == 9)
        #expect(ring.batch(after: 4999).last == 5000)
        #expect(ring.batch(after: 0).gap == .init(after: 0, next: 4992))
    }

    @Test func a_batch_never_holds_half_an_event() {
        var ring = EventRing(last: 0, limit: 1000, limitBytes: 1_000_000)
        for _ in 0..<100 { ring.append(kind: "x", data: [UInt8](repeating: 65, count: 1000)) }
        var seen: Int64 = 0
        var batches = 0
        while seen < 100 {
            let batch = ring.batch(after: seen, limitBytes: 4096)
            #expect(batch.gap == nil)
            #expect(String(buffer: batch.bytes).hasSuffix("\n\n"))
            seen = batch.last
            batches += 1
        }
        #expect(batches == 25)
    }
}
