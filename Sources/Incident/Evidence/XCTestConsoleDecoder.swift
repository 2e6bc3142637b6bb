/// Reads the console of XCTest on Linux.
///
/// A test that crashed has a `started` event and no end: that is how the culprit is known.
package struct XCTestConsoleDecoder {
    package init() {}

    package func decode(_ console: String) -> [TestEvent] {
        var events: [TestEvent] = []
        var isOpen = false
        for raw in console.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = raw.hasSuffix("\r") ? raw.dropLast() : raw
            if let event = ended(line) ?? issue(line) {
                events.append(event)
                isOpen = event.message.map(Self.isUnfinished) ?? false
            } else if isOpen, let message = events[events.count - 1].message {
                // A value that spans lines: the assertion's text ends with `") - ` and the comment.
                events[events.count - 1].message = message + "\n" + line
                isOpen = !line.contains("\") - ")
            }
        }
        return events
    }

    /// `Test Case 'Suite.test' started at …`, `… passed (0.1 seconds)`, `… failed (…)`, `… skipped (…)`.
    private func ended(_ line: Substring) -> TestEvent? {
        // The program under test may have printed without a newline just before.
        guard let start = line.firstRange(of: "Test Case '") else { return nil }
        let rest = line[start.upperBound...]
        guard let close = rest.firstIndex(of: "'") else { return nil }
        let words = rest[rest.index(after: close)...]
        let kind: TestEvent.Kind
        if words.hasPrefix(" started") {
            kind = .started
        } else if words.hasPrefix(" passed") {
            kind = .passed
        } else if words.hasPrefix(" failed") {
            kind = .failed
        } else if words.hasPrefix(" skipped") {
            kind = .skipped
        } else {
            return nil
        }
        return TestEvent(kind: kind, framework: .xctest, test: Self.name(rest[..<close]))
    }

    /// `/path/X.swift:4: error: Suite.test : XCTAssertEqual failed: …`.
    private func issue(_ line: Substring) -> TestEvent? {
        guard let marker = line.firstRange(of: ": error: ") else { return nil }
        let rest = line[marker.upperBound...]
        guard let gap = rest.firstRange(of: " : ") else { return nil }
        let name = rest[..<gap.lowerBound]
        guard name.contains("."), !name.contains(" ") else { return nil }
        let place = line[..<marker.lowerBound]
        guard let colon = place.lastIndex(of: ":"), let number = Int(place[place.index(after: colon)...])
        else {
            return nil
        }
        return TestEvent(
            kind: .issue, framework: .xctest, test: Self.name(name),
            location: SourceLocation(file: String(place[..<colon]), line: number),
            message: String(rest[gap.upperBound...]))
    }

    private static func isUnfinished(_ message: String) -> Bool {
        message.hasPrefix("XCTAssert") && message.contains(" failed: (\"") && !message.contains("\") - ")
    }

    /// `Suite.test` → `Suite/test`, the form test selection takes.
    private static func name(_ text: Substring) -> String {
        guard let dot = text.lastIndex(of: ".") else { return String(text) }
        return text[..<dot] + "/" + text[text.index(after: dot)...]
    }
}
