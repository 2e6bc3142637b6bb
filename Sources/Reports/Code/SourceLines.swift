/// The lines of a source, to count columns the way other tools do.
struct SourceLines {
    /// Bytes without the line end.
    let lines: [ArraySlice<UInt8>]

    init(_ source: String) {
        let bytes = Array(source.utf8)
        lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
    }

    /// One-based column in UTF-16 units of a one-based column in UTF-8 bytes; the same number where there is no such line.
    func utf16Column(line: Int, column: Int) -> Int {
        guard line >= 1, line <= lines.count, column >= 1 else { return max(1, column) }
        let bytes = lines[line - 1]
        let before = bytes.prefix(column - 1)
        // A column past the end stays as far past it.
        return String(decoding: before, as: UTF8.self).utf16.count + 1 + max(0, column - 1 - bytes.count)
    }
}
