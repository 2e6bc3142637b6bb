import Incident

/// One line of the console, with colours removed.
struct ConsoleLine: Sendable {
    var text: String
    /// Printed while tests ran that all passed: whatever it says, it is no failure.
    var isQuiet = false

    static func lines(of console: String) -> [ConsoleLine] {
        var lines = unspliced(
            console.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(plain)
        ).map { ConsoleLine(text: $0) }
        markQuiet(&lines)
        return lines
    }

    /// SwiftPM's word on a crashed process may fall into the middle of the process's own line; this parts the two.
    private static func unspliced(_ texts: [String]) -> [String] {
        var result: [String] = []
        var head: String?
        for text in texts {
            let whole = (head ?? "") + text
            head = nil
            if let start = whole.firstRange(of: "error: Process '")?.lowerBound, start > whole.startIndex,
                whole[start...].contains("' exited with unexpected signal code ")
            {
                result.append(String(whole[start...]))
                head = String(whole[..<start])
            } else {
                result.append(whole)
            }
        }
        if let head { result.append(head) }
        return result
    }

    /// Removes colour sequences: ESC `[` parameters letter.
    static func plain(_ text: Substring) -> String {
        guard text.contains("\u{1B}") else { return String(text) }
        var result = ""
        var rest = text
        while let escape = rest.firstIndex(of: "\u{1B}") {
            result += rest[..<escape]
            rest = rest[escape...].dropFirst()
            if rest.first == "[" {
                rest = rest.dropFirst().drop { !$0.isLetter }.dropFirst()
            }
        }
        return result + rest
    }

    private static func markQuiet(_ lines: inout [ConsoleLine]) {
        let marks = lines.map { TestMark(line: $0.text) }
        var outcomes: [String: Bool] = [:]
        for mark in marks.compactMap({ $0 }) where mark.phase != .started {
            outcomes[mark.test] = mark.phase == .passed && outcomes[mark.test] != false
        }
        var open: Set<String> = []
        for index in lines.indices {
            if let mark = marks[index] {
                if mark.phase == .started { open.insert(mark.test) } else { open.remove(mark.test) }
            } else {
                lines[index].isQuiet = !open.isEmpty && open.allSatisfy { outcomes[$0] == true }
            }
        }
    }
}

/// A line by which either framework says that a test begins or ends.
struct TestMark {
    enum Phase { case started, passed, failed }

    var test: String
    var phase: Phase

    init?(line: String) {
        if let event = XCTestConsoleDecoder().decode(line).first, event.kind != .issue {
            test = event.test
            phase = event.kind == .started ? .started : event.kind == .failed ? .failed : .passed
        } else if let event = SwiftTestingConsole.event(line), event.kind != .issue {
            test = event.test
            phase = event.kind == .started ? .started : event.kind == .failed ? .failed : .passed
        } else {
            return nil
        }
    }
}
