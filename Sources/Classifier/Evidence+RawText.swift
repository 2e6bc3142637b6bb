import Foundation
package import Incident

extension Evidence {
    /// Recorded text of any kind: output of builds, tests and programs, event streams, backtraces, or a mix.
    ///
    /// Lines of an event stream become events and a JSON crash report becomes the crash; the rest is the console.
    /// Nothing says how the process ended, so `termination` is nil.
    package init(rawText: String) {
        var console: [Substring] = []
        var stream: [Substring] = []
        var crash: CrashReport?
        var lines = rawText.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
        while let line = lines.popFirst() {
            let start = line.drop { $0 == " " || $0 == "\t" }
            if start.hasPrefix("{"), let report = Self.report(start, following: &lines) {
                crash = report
            } else if Self.isRecord(start) {
                stream.append(start)
            } else {
                console.append(line)
            }
        }
        let text = console.joined(separator: "\n")
        var events = XCTestConsoleDecoder().decode(
            ConsoleLine.lines(of: text).map(\.text).joined(separator: "\n"))
        events += EventStreamDecoder().decode(stream.joined(separator: "\n"))
        self.init(stage: .unknown, console: text, events: events, crash: crash)
    }

    private static func isRecord(_ line: Substring) -> Bool {
        line.hasPrefix("{") && line.hasSuffix("}") && line.contains("\"payload\"")
            && line.contains("\"kind\"")
            && line.contains("\"version\"")
    }

    /// A crash report on one line, or spread over several: then up to the line that closes it.
    private static func report(_ line: Substring, following lines: inout ArraySlice<Substring>)
        -> CrashReport?
    {
        let hint = line.contains("\"crashReport\"")
        if hint, let report = CrashReport(json: Data(line.utf8)) { return report }
        guard line == "{" || hint else { return nil }
        var text = String(line)
        for (count, next) in lines.prefix(20_000).enumerated() {
            text += "\n" + next
            guard next.hasPrefix("}") else { continue }
            guard let report = CrashReport(json: Data(text.utf8)) else { return nil }
            lines = lines.dropFirst(count + 1)
            return report
        }
        return nil
    }
}
