/// The lines that tell two texts apart, as one replacement.
struct LineReplacement {
    var region: SARIF.Region
    var text: String

    init(from before: String, to after: String) {
        let old = Self.lines(before), new = Self.lines(after)
        let start = zip(old, new).prefix { $0 == $1 }.count
        let limit = min(old.count, new.count) - start
        let tail = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.prefix(limit).count
        text = new[start..<new.count - tail].map { String(decoding: $0, as: UTF8.self) }.joined()
        // Behind the last line: the start of the next one, or its own end where no line end closes it.
        let end = old.count - tail
        if end == old.count, let last = old.last, last.last != 0x0A {
            let units = String(decoding: last, as: UTF8.self).utf16.count
            // What is put behind a line without a line end goes to its end.
            region =
                start == end
                ? SARIF.Region(
                    startLine: end, startColumn: units + 1, endLine: end, endColumn: units + 1)
                : SARIF.Region(startLine: start + 1, startColumn: 1, endLine: end, endColumn: units + 1)
        } else {
            region = SARIF.Region(startLine: start + 1, startColumn: 1, endLine: end + 1, endColumn: 1)
        }
    }

    /// Each with its line end, by bytes: `\r\n` is one `Character`.
    private static func lines(_ text: String) -> [ArraySlice<UInt8>] {
        let bytes = Array(text.utf8)
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }
}
