import Foundation
import Testing
@testable import WatchdogServer

struct DocumentTests {
    static func document(_ name: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/\(name)"), encoding: .utf8)
    }

    /// The rows of the metrics' table that differ from the code.
    static func differences(_ text: String) -> Set<String> {
        let written = Set(
            text.split(separator: "\n").map(String.init).filter {
                $0.hasPrefix("| `lab_") || $0.hasPrefix("| `process_")
            })
        let meant = Set(
            WatchMetric.all.map { metric in
                let labels = metric.labels.map { "`\($0)`" }.joined(separator: ", ")
                return
                    "| `\(metric.name)` | \(metric.kind.rawValue) | \(labels.isEmpty ? "–" : labels) | \(metric.help) |"
            })
        return written.symmetricDifference(meant)
    }

    @Test func the_table_of_metrics_says_what_the_code_does() throws {
        #expect(Self.differences(try Self.document("watch-metrics.md")) == [])
    }

    @Test func a_table_with_a_wrong_row_is_noticed() throws {
        let text = try Self.document("watch-metrics.md")
        #expect(!Self.differences(text.replacing("| counter |", with: "| gauge |")).isEmpty)
    }

    @Test func the_table_of_labels_lists_the_states() throws {
        let states = WatchMetric.states.map { "`\($0)`" }.joined(separator: ", ")
        #expect(try Self.document("watch-metrics.md").contains("| `state` | \(states) |"))
    }

    @Test func the_signature_in_the_document_is_right() throws {
        let signature = RequestSignature.value(secret: "key", timestamp: 1_764_000_000, body: Data("{}".utf8))
        #expect(try Self.document("watch-notifications.md").contains("\n\(signature)\n"))
    }

    @Test func the_payload_in_the_document_is_what_is_sent() throws {
        let text = try Self.document("watch-notifications.md")
        let blocks = text.components(separatedBy: "```json\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let shown = try #require(blocks.first)
        var maker = NoticeMaker(escalated: [:])
        let closed = Samples.closed()
        let notice = try #require(maker.reported(Samples.report(closed), closed).first)
        let sent = try CompactJSON.encode(NoticeEvent(notice, environment: "host-1"))
        #expect(
            Self.shape(try JSONSerialization.jsonObject(with: sent))
                == Self.shape(try JSONSerialization.jsonObject(with: Data(shown.utf8))))
    }

    /// Keys and their places, without the values.
    static func shape(_ value: Any, _ path: String = "") -> Set<String> {
        guard let object = value as? [String: Any] else { return [path] }
        return object.reduce(into: []) { $0.formUnion(shape($1.value, "\(path).\($1.key)")) }
    }
}
