/// One line of code as markup: coloured, with some of it marked.
enum CodeLine {
    /// After this many bytes a line is cut: a page must stay usable with a generated file in it.
    private static let limitBytes = 2000

    /// - Parameter marks: ranges of bytes to mark, in any order; what lies past the line is left out.
    static func html(
        _ bytes: ArraySlice<UInt8>, colours: ArraySlice<SwiftColours.Colour>, marks: [Range<Int>] = [],
        mark: HTML = "mark"
    ) -> HTML {
        /// Whether a character goes on here that started before.
        func isInside(_ place: Int) -> Bool { bytes[bytes.startIndex + place] & 0xC0 == 0x80 }
        var shown = min(bytes.count, limitBytes)
        while shown > 0, shown < bytes.count, isInside(shown) { shown -= 1 }
        var isMarked = [Bool](repeating: false, count: shown)
        for range in marks {
            var range = range.clamped(to: 0..<shown)
            while range.lowerBound > 0, range.lowerBound < shown, isInside(range.lowerBound) {
                range = (range.lowerBound - 1)..<range.upperBound
            }
            while range.upperBound < shown, isInside(range.upperBound) {
                range = range.lowerBound..<(range.upperBound + 1)
            }
            for place in range { isMarked[place] = true }
        }
        var line: HTML = ""
        var start = 0
        while start < shown {
            let colour = colours[colours.startIndex + start]
            var end = start + 1
            while end < shown, isMarked[end] == isMarked[start], colours[colours.startIndex + end] == colour {
                end += 1
            }
            let text = HTML(
                escaping: String(
                    decoding: bytes[(bytes.startIndex + start)..<(bytes.startIndex + end)], as: UTF8.self))
            var piece = text
            if let name = colour.name { piece = "<span class=\"\(name)\">\(text)</span>" }
            line += isMarked[start] ? "<\(mark)>\(piece)</\(mark)>" : piece
            start = end
        }
        let left = bytes.count - shown
        if left > 0 { line += "<span class=\"cut\"> … \(left) bytes left out</span>" }
        return line
    }

    /// A line that is not known to be part of a file.
    static func html(_ text: String, marks: [Range<Int>] = [], mark: HTML = "mark") -> HTML {
        let bytes = Array(text.utf8)
        // The rest is cut all the same; a line of a megabyte need not be read for its colours.
        return html(
            bytes[...], colours: SwiftColours.colours(of: Array(bytes.prefix(limitBytes)))[...], marks: marks,
            mark: mark)
    }
}
