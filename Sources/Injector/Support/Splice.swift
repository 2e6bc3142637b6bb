import SourceEdit

/// A text with edits made, and where the places of the original went.
struct Splice {
    let text: String
    private let edits: [TextEdit]

    /// Nil when the edits overlap.
    init?(_ edits: [TextEdit], in original: String) {
        guard let text = edits.applied(to: original) else { return nil }
        self.text = text
        self.edits = edits
    }

    /// Where a kept byte is now; for a replaced one, where its replacement starts.
    func offset(_ original: Int) -> Int {
        var shift = 0
        for edit in edits
        where edit.range.lowerBound < original || edit.range.isEmpty && edit.range.lowerBound == original {
            let end = min(edit.range.upperBound, original)
            let isInside = edit.range.upperBound > original
            shift += (isInside ? 0 : edit.replacement.utf8.count) - (end - edit.range.lowerBound)
        }
        return original + shift
    }

    /// Where the replacement of the edit that starts at `original` begins.
    func start(_ original: Int) -> Int {
        var shift = 0
        for edit in edits where edit.range.lowerBound < original {
            shift += edit.replacement.utf8.count - edit.range.count
        }
        return original + shift
    }

    /// One-based line of an offset into the new text.
    func line(_ offset: Int) -> Int {
        text.utf8.prefix(max(0, offset)).count { $0 == UInt8(ascii: "\n") } + 1
    }

    /// Whether the edits take away all of a stretch of the original.
    func removes(_ range: Range<Int>) -> Bool {
        edits.contains { $0.range.lowerBound <= range.lowerBound && $0.range.upperBound >= range.upperBound }
    }
}
