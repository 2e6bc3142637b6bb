import SourceEdit
import SwiftSyntax

extension SourceFile {
    /// Takes a statement away: its lines when it has them for itself, else only its text.
    func deletion(of node: some SyntaxProtocol) -> TextEdit {
        let bytes = Array(text.utf8)
        let newline = UInt8(ascii: "\n")
        var start = node.spliceRange.lowerBound
        var end = node.endPosition.utf8Offset
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        let ownsStart = start == 0 || bytes[start - 1] == newline
        let ownsEnd = end == bytes.count || bytes[end] == newline
        guard ownsStart, ownsEnd else { return inlineDeletion(of: node, in: bytes) }
        if end < bytes.count { end += 1 }
        // The blank line that set the statement apart goes with it, unless it now parts two others.
        if follows(openingOf: start, in: bytes), let next = blankLine(at: end, in: bytes) { end = next }
        return TextEdit(start..<end, "")
    }

    /// How the file ends its lines.
    var lineEnd: String { text.contains("\r\n") ? "\r\n" : "\n" }

    /// The code between two offsets, gone.
    static func cut(_ start: Int, _ end: Int) -> TextEdit {
        TextEdit(start..<max(start, end), "")
    }

    private func inlineDeletion(of node: some SyntaxProtocol, in bytes: [UInt8]) -> TextEdit {
        let range = node.spliceRange
        var end = range.upperBound
        while end < bytes.count, isBlank(bytes[end]) || bytes[end] == UInt8(ascii: ";") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\n") {
            var start = range.lowerBound
            while start > 0, isBlank(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ";") { start -= 1 }
            return TextEdit(start..<range.upperBound, "")
        }
        return TextEdit(range.lowerBound..<end, "")
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        // A carriage return only ever stands before a line's end.
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// Whether the line before `offset` is blank or opens a block.
    private func follows(openingOf offset: Int, in bytes: [UInt8]) -> Bool {
        guard offset >= 2 else { return true }
        var position = offset - 2
        while position > 0, isBlank(bytes[position]) { position -= 1 }
        let before = bytes[position]
        return before == UInt8(ascii: "\n") || before == UInt8(ascii: "{")
    }

    /// The offset after the blank line at `offset`; nil when that line is not blank.
    private func blankLine(at offset: Int, in bytes: [UInt8]) -> Int? {
        var end = offset
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
    }
}
