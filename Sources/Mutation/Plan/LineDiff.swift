import SourceEdit

/// Unified diffs of small changes to one file.
struct LineDiff {
    private static let context = 3

    private let path: String
    private let bytes: [UInt8]
    /// Offsets at which lines start, and the end of the text.
    private let starts: [Int]

    init(_ file: SourceFile) {
        path = file.path
        bytes = Array(file.text.utf8)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A && offset + 1 < bytes.count {
            starts.append(offset + 1)
        }
        self.starts = starts + [bytes.count]
    }

    private var lineCount: Int { bytes.isEmpty ? 0 : starts.count - 1 }

    /// One-based line and column of an offset, columns in bytes.
    func position(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count - 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, offset - starts[low] + 1)
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// What a stretch becomes; nil when edits overlap or leave it.
    func changed(_ range: Range<Int>, _ edits: [TextEdit]) -> [UInt8]? {
        var result: [UInt8] = []
        var position = range.lowerBound
        for edit in edits {
            guard edit.range.lowerBound >= position, edit.range.upperBound <= range.upperBound else {
                return nil
            }
            result += bytes[position..<edit.range.lowerBound]
            result += edit.replacement.utf8
            position = edit.range.upperBound
        }
        return result + bytes[position..<range.upperBound]
    }

    /// - Parameter edits: in source order.
    func diff(_ edits: [TextEdit]) -> String {
        guard let low = edits.first?.range.lowerBound, let high = edits.map(\.range.upperBound).max() else {
            return ""
        }
        var first = position(of: low).line - 1
        var last = position(of: high).line
        guard let after = changed(starts[first]..<starts[min(last, lineCount)], edits) else { return "" }
        var old = Array((first..<min(last, lineCount)).map { line($0) })
        var new = Self.lines(after)
        while let a = old.first, let b = new.first, a == b {
            old.removeFirst()
            new.removeFirst()
            first += 1
        }
        while let a = old.last, let b = new.last, a == b {
            old.removeLast()
            new.removeLast()
        }
        last = first + old.count
        let before = (max(0, first - Self.context)..<first).map { line($0) }
        let behind = (last..<min(lineCount, last + Self.context)).map { line($0) }
        let start = first - before.count + 1
        func span(_ count: Int) -> String {
            let lines = before.count + count + behind.count
            return "\(lines == 0 ? start - 1 : start)" + (lines == 1 ? "" : ",\(lines)")
        }
        var text = "--- a/\(path)\n+++ b/\(path)\n@@ -\(span(old.count)) +\(span(new.count)) @@\n"
        for (mark, lines) in [(" ", before), ("-", old), ("+", new), (" ", behind)] {
            for line in lines {
                text += mark + String(decoding: line, as: UTF8.self)
                if line.last != 0x0A { text += "\n\\ No newline at end of file\n" }
            }
        }
        return text
    }

    private func line(_ index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(bytes[start...offset])
            start = offset + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }
}
