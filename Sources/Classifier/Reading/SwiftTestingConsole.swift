import Incident

/// Reads the console of Swift Testing, for text that came without an event stream.
///
/// It knows a test by its display name and a place by its base name only.
struct SwiftTestingConsole {
    static func decode(_ lines: [ConsoleLine]) -> [TestEvent] {
        var events: [TestEvent] = []
        var takesMore = false
        for (index, line) in lines.enumerated() {
            if var event = event(line.text) {
                takesMore = event.kind == .issue
                if takesMore { event.message = whole(event.message ?? "", after: index, in: lines) }
                events.append(event)
            } else if takesMore, let detail = detail(line.text) {
                events[events.count - 1].message? += "\n" + detail
            }
        }
        return events
    }

    static func event(_ line: String) -> TestEvent? {
        for (symbol, kinds) in symbols {
            guard let marker = line.firstRange(of: symbol + " Test ") else { continue }
            let rest = line[marker.upperBound...]
            // Aggregates and the cases of a parameterised test are no tests.
            if rest.hasPrefix("run ") || rest.hasPrefix("case passing ") { return nil }
            for (word, kind) in kinds {
                guard let verb = rest.ranges(of: word).last else { continue }
                var event = TestEvent(
                    kind: kind, framework: .swiftTesting, test: name(rest[..<verb.lowerBound]))
                guard kind == .issue else { return event }
                guard let (place, message) = placed(rest[verb.upperBound...]) else { return nil }
                event.location = place
                event.message = message
                event.isKnown = word != " recorded an issue"
                return event
            }
        }
        return nil
    }

    private static let symbols: [(String, [(String, TestEvent.Kind)])] = [
        ("◇", [(" started.", .started)]),
        ("✔", [(" passed after ", .passed)]),
        ("━", [(" passed after ", .passed), (" recorded a known issue", .issue)]),
        ("✘", [(" recorded an issue", .issue), (" failed after ", .failed)]),
        ("⚠︎", [(" recorded a warning", .issue)]),
        ("➜", [(" skipped", .skipped)]),
    ]

    /// ` with 1 argument n → 2 at F.swift:25:60: Expectation failed: …`.
    private static func placed(_ text: Substring) -> (SourceLocation, String)? {
        for at in text.ranges(of: " at ") {
            let rest = text[at.upperBound...]
            guard let end = rest.firstRange(of: ": ") else { continue }
            let parts = rest[..<end.lowerBound].split(separator: ":")
            guard parts.count == 3, let line = Int(parts[1]), let column = Int(parts[2]) else { continue }
            let place = SourceLocation(file: String(parts[0]), line: line, column: column)
            return (place, String(rest[end.upperBound...]))
        }
        return nil
    }

    private static func name(_ text: Substring) -> String {
        var name = text
        if let cases = name.firstRange(of: " with "),
            name.hasSuffix("test cases") || name.hasSuffix("test case")
        {
            name = name[..<cases.lowerBound]
        }
        if name.first == "\"", name.last == "\"", name.count > 1 { name = name.dropFirst().dropLast() }
        return String(name)
    }

    private static func detail(_ line: String) -> String? {
        for symbol in ["↳ ", "± "] where line.hasPrefix(symbol) {
            return String(line.dropFirst(symbol.count))
        }
        return nil
    }

    /// A value that spans lines leaves its parenthesis open on the first.
    private static func whole(_ message: String, after index: Int, in lines: [ConsoleLine]) -> String {
        var text = message
        var next = index + 1
        while next < lines.count, next < index + 40, Expression.isOpen(text), event(lines[next].text) == nil {
            text += "\n" + lines[next].text
            next += 1
        }
        return text
    }
}
