/// A replacement of a stretch of one file, found through its syntax tree.
///
/// Edits splice the original text, so everything they do not touch keeps its bytes: layout, comments, line ends.
package struct TextEdit: Sendable, Hashable {
    /// UTF-8 offsets into the original text.
    package var range: Range<Int>
    package var replacement: String

    package init(_ range: Range<Int>, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }

    package static func insert(_ text: String, at offset: Int) -> TextEdit {
        TextEdit(offset..<offset, text)
    }
}

extension Sequence<TextEdit> {
    /// The text with every edit made; nil when two edits overlap or one lies outside of the text.
    ///
    /// Several insertions at one offset are made in the order given.
    package func applied(to text: String) -> String? {
        let bytes = Array(text.utf8)
        let ordered = enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        for (_, edit) in ordered {
            guard edit.range.lowerBound >= position, edit.range.upperBound <= bytes.count else { return nil }
            result += bytes[position..<edit.range.lowerBound]
            result += Array(edit.replacement.utf8)
            position = edit.range.upperBound
        }
        result += bytes[position...]
        return String(decoding: result, as: UTF8.self)
    }
}
