import Foundation
import Testing
@testable import Watchdog
@testable import WatchdogServer

struct LogTests {
    func lines(_ format: LogObserver.Format, _ tell: (LogObserver) -> Void) -> [String] {
        let lines = Recorder<String>()
        tell(LogObserver(format, wall: { Samples.wall }) { lines.add("\($0) \($1)") })
        return lines.all
    }

    @Test func each_piece_of_news_is_one_line() {
        let result = lines(.plain) { log in
            log.announced("web", .state("backing_off"), at: Samples.moment())
            log.announced("web", .opened(incident: "0f3a", cause: .neverHealthy), at: Samples.moment())
            log.announced(
                "web", .action(incident: "0f3a", verb: "set_image", result: "done"), at: Samples.moment())
            log.announced(
                "web", .closed(incident: "0f3a", ending: .escalated(.budgetExhausted)), at: Samples.moment())
            log.announced("web", .held([.maintenance, .manualStop]), at: Samples.moment())
            log.announced("web", .held([]), at: Samples.moment())
            log.troubled("web", "the disk is full")
        }
        #expect(
            result == [
                "info web: is backing off", "warning web: incident 0f3a opened: never healthy",
                "info web: set image: done", "error web: incident 0f3a closed: escalated (budget exhausted)",
                "info web: held: maintenance, manual stop", "info web: no longer held",
                "error web: trouble: the disk is full",
            ])
    }

    @Test func nobodys_text_begins_a_line_or_moves_the_cursor() {
        let result = lines(.plain) { log in
            log.announced("web", .declined("a\nroot: b\r\u{1b}[2J\u{2028}\u{202e}"), at: Samples.moment())
        }
        #expect(result.count == 1)
        #expect(
            !(result.first ?? "\n").unicodeScalars.contains {
                [.control, .lineSeparator, .format].contains($0.properties.generalCategory)
            })
    }

    @Test func with_json_each_line_is_an_object() throws {
        let result = lines(.json) { log in
            log.announced("we\nb", .opened(incident: "0f3a", cause: .failing), at: Samples.moment())
            let closed = Samples.closed()
            log.reported("web", Samples.report(closed), incident: closed)
            log.troubled("web", "full")
        }
        #expect(result.count == 3)
        let objects = try result.map { line in
            let json = try #require(line.firstIndex(of: "{"))
            return try #require(
                try JSONSerialization.jsonObject(with: Data(line[json...].utf8)) as? [String: Any])
        }
        #expect(result.allSatisfy { !$0.contains("\n") })
        #expect(objects[0]["service"] as? String == "we\nb")
        #expect((objects[0]["details"] as? [String: Any])?["cause"] as? String == "failing")
        #expect(objects[0]["time"] as? String == "2025-11-24T16:00:00.000Z")
        #expect(objects[1]["event"] as? String == "incident")
        #expect(objects[2]["message"] as? String == "full")
    }
}
