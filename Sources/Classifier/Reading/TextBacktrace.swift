import Incident

/// A backtrace the runtime printed as text, and the lines it spans.
struct TextBacktrace {
    var report: CrashReport
    var signal: Int32?
    var range: Range<Int>

    /// Every backtrace of the console, in order; lines of passing tests are not read.
    static func all(in lines: [ConsoleLine]) -> [TextBacktrace] {
        var found: [TextBacktrace] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            guard !line.isQuiet, let headline = headline(line.text) else {
                index += 1
                continue
            }
            let backtrace = read(lines, from: index, headline: headline)
            index = backtrace.range.upperBound
            if !backtrace.report.frames.isEmpty { found.append(backtrace) }
        }
        return found
    }

    /// `*** Program crashed: … at 0x… ***` or `*** Swift runtime failure: … ***`.
    private static func headline(_ line: String) -> String? {
        guard let start = line.firstRange(of: "*** ") ?? line.firstRange(of: "💣 ") else { return nil }
        var text = line[start.upperBound...]
        if text.hasSuffix(" ***") { text = text.dropLast(4) }
        if text.hasPrefix("Program crashed: ") {
            text = text.dropFirst("Program crashed: ".count)
            if let address = text.ranges(of: " at 0x").last { text = text[..<address.lowerBound] }
            return String(text)
        }
        return text.hasPrefix("Swift runtime failure: ") ? String(text) : nil
    }

    /// `*** Signal 4: Backtracing from 0x… done ***`.
    static func signal(_ line: String) -> Int32? {
        guard let start = line.firstRange(of: "*** Signal ") ?? line.firstRange(of: "💣 Signal "),
            line.contains(": Backtracing from ")
        else { return nil }
        return Int32(line[start.upperBound...].prefix(while: \.isNumber))
    }

    private static func read(_ lines: [ConsoleLine], from start: Int, headline: String) -> TextBacktrace {
        var frames: [CrashReport.Frame] = []
        var others: [CrashReport.Frame] = []
        var inCrashed = false
        var index = start + 1
        while index < lines.count {
            let text = lines[index].text
            if text.hasPrefix("Backtrace took ") {
                index += 1
                break
            }
            if Self.signal(text) != nil || Self.headline(text) != nil || TestMark(line: text) != nil { break }
            if text.hasPrefix("Thread "), text.hasSuffix(":") {
                inCrashed = text.contains(" crashed:")
            } else if let frame = frame(text) {
                if inCrashed { frames.append(frame) } else { others.append(frame) }
            }
            index += 1
        }
        let before = lines[max(0, start - 3)..<start].reversed().compactMap { Self.signal($0.text) }.first
        return TextBacktrace(
            report: CrashReport(description: headline, frames: frames.isEmpty ? others : frames),
            signal: before, range: start..<index)
    }

    /// `  1 [ra] [system] 0x0000… f(_:) + 80 in md at /p/main.swift:53:46`.
    static func frame(_ line: String) -> CrashReport.Frame? {
        let parts = line.split(separator: " ", omittingEmptySubsequences: true)
        guard let number = parts.first, Int(number) != nil else { return nil }
        guard let address = parts.dropFirst().first(where: { !$0.hasPrefix("[") }), address.hasPrefix("0x")
        else {
            return nil
        }
        var rest = line[address.endIndex...].drop { $0 == " " }
        guard let image = rest.ranges(of: " in ").last(where: { isImage(rest[$0.upperBound...]) }) else {
            return nil
        }
        let tail = rest[image.upperBound...]
        rest = rest[..<image.lowerBound]
        if let offset = rest.ranges(of: " + ").last, Int(rest[offset.upperBound...]) != nil {
            rest = rest[..<offset.lowerBound]
        }
        var frame = CrashReport.Frame(function: String(rest), image: String(tail.prefix { $0 != " " }))
        guard let at = tail.firstRange(of: " at ") else { return frame }
        let place = Place(tail[at.upperBound...])
        if place.path.hasSuffix("<compiler-generated>") { return frame }
        frame.file = place.path
        frame.line = place.line ?? 0
        frame.column = place.column ?? 0
        return frame
    }

    /// The image is one word, followed by nothing or by its place.
    private static func isImage(_ text: Substring) -> Bool {
        guard let gap = text.firstIndex(of: " ") else { return !text.isEmpty }
        return text[gap...].hasPrefix(" at ")
    }
}
