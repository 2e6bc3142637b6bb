import Foundation

/// Reads Swift Testing's event stream, version 0: one JSON object a line.
///
/// Source: "JSON schema for the event stream" in the documentation of Swift Testing. Lines that are torn (the
/// process died while writing) or of an unknown kind are passed over.
package struct EventStreamDecoder {
    package init() {}

    package func decode(_ stream: String) -> [TestEvent] {
        let decoder = JSONDecoder()
        var places: [String: SourceLocation] = [:]
        var parameterised: Set<String> = []
        var failed: Set<String> = []
        var events: [TestEvent] = []
        for line in stream.split(separator: "\n") {
            guard let record = try? decoder.decode(Record.self, from: Data(line.utf8)) else { continue }
            let payload = record.payload
            if record.kind == "test", payload.kind == "function", let id = payload.id {
                places[id] = payload.sourceLocation?.location
                if payload.isParameterized == true { parameterised.insert(id) }
                continue
            }
            guard record.kind == "event", let id = payload.testID, let place = places[id] else { continue }
            let test = Self.name(of: id)
            var event = TestEvent(kind: .started, framework: .swiftTesting, test: test, location: place)
            switch payload.kind {
            case "testStarted":
                break
            case "testSkipped":
                event.kind = .skipped
            case "issueRecorded":
                event.kind = .issue
                event.location = payload.issue?.sourceLocation?.location ?? place
                event.isKnown = payload.issue?.isKnown == true || payload.issue?.severity == "warning"
                event.message = payload.messages?
                    .filter { ["fail", "difference", "details", "default"].contains($0.symbol) }
                    .map(\.text).joined(separator: "\n")
                if !event.isKnown { failed.insert(id) }
            case "testEnded":
                let saysFail = payload.messages?.contains { $0.symbol == "fail" } ?? false
                event.kind = saysFail || failed.contains(id) ? .failed : .passed
            default:
                continue
            }
            events.append(event)
        }
        return events
    }

    /// `PkTests.Suite/spins()/t.swift:6:2` → `PkTests.Suite/spins()`; a free function keeps its dot.
    static func name(of id: String) -> String {
        guard let slash = id.lastIndex(of: "/"), id[slash...].contains(".swift:") else { return id }
        return String(id[..<slash])
    }

    private struct Record: Decodable {
        var kind: String
        var payload: Payload
    }
    private struct Payload: Decodable {
        var kind: String
        var id: String?
        var testID: String?
        var isParameterized: Bool?
        var sourceLocation: Place?
        var issue: Issue?
        var messages: [Message]?
    }
    private struct Issue: Decodable {
        var isKnown: Bool?
        var severity: String?
        var sourceLocation: Place?
    }
    private struct Message: Decodable {
        var symbol: String
        var text: String
    }
    private struct Place: Decodable {
        var _filePath: String?
        var filePath: String?
        var fileID: String?
        var line: Int
        var column: Int
        var location: SourceLocation {
            SourceLocation(file: filePath ?? _filePath ?? fileID ?? "", line: line, column: column)
        }
    }
}
