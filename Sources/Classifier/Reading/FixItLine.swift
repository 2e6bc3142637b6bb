import Incident

/// Reads the edits that `-diagnostic-style llvm` draws below a diagnostic.
///
/// ```
///     let x = 1     the source line
///     ^~~           the caret, and tildes under what is highlighted or replaced
///     var           the new text, under the place it goes to
/// ```
/// The drawing loses things: a text with a newline is not drawn at all, a second text is pushed aside by a longer
/// first one, and a caret over one character does not say whether that character goes. The rules below restore
/// what the compiler's own messages allow; what stays doubtful is left out.
struct FixItLine {
    private let source: [UInt8]
    private let caret: [UInt8]
    private let edits: [UInt8]
    private let header: CompilerMessage.Header
    /// Columns by which expanded tabs moved the drawing to the right.
    private let shift: Int

    /// The edits of a snippet: the source line, the caret line, and maybe a third line of new text.
    static func fixIts(_ snippet: [String], of header: CompilerMessage.Header) -> [FixIt] {
        guard snippet.count == 3, let drawing = FixItLine(snippet, header) else { return [] }
        return drawing.read()
    }

    private init?(_ snippet: [String], _ header: CompilerMessage.Header) {
        source = Array(snippet[0].utf8)
        caret = Array(snippet[1].utf8)
        edits = Array(snippet[2].utf8)
        self.header = header
        guard let column = caret.firstIndex(of: UInt8(ascii: "^")) else { return nil }
        guard caret.allSatisfy({ " ^~\t".utf8.contains($0) }) else { return nil }
        // Text below the drawing that begins a new line of output is no edit.
        if CompilerMessage.Header(snippet[2]) != nil { return nil }
        if let first = edits.first, first != UInt8(ascii: " "), caret.first == UInt8(ascii: " "),
            !snippet[2].hasSuffix(" ")
        {
            return nil
        }
        shift = column + 1 - header.column
        guard shift >= 0, !edits.isEmpty else { return nil }
    }

    private func read() -> [FixIt] {
        let pieces = pieces()
        if pieces.isEmpty { return removal() }
        if pieces.count == 1, let wrap = wrap(pieces[0]) { return wrap }
        guard pieces.allSatisfy({ $0.column <= source.count + 2 }) else { return [] }
        if pieces.count == 2, pieces[0].text.hasSuffix("("), pieces[1].text.hasSuffix(")") {
            return pieces.map { insertion($0) }
        }
        return pieces.map { piece in
            let width = replacedWidth(piece)
            return width > 0 ? fixIt(piece.column, width, piece.text) : insertion(piece)
        }
    }

    private typealias Piece = (column: Int, text: String)

    /// Texts two or more blanks apart; zero-based columns.
    private func pieces() -> [Piece] {
        var found: [Piece] = []
        var start: Int?
        var blanks = 0
        for (index, byte) in edits.enumerated() {
            if byte == UInt8(ascii: " ") {
                blanks += 1
                continue
            }
            if blanks > 1 || start == nil {
                if let start { found.append((start, text(start, index - blanks))) }
                start = index
            }
            blanks = 0
        }
        // One blank at the very end belongs to the text: `try `, `override `.
        if let start { found.append((start, text(start, edits.count - max(0, blanks - 1)))) }
        return found
    }

    private func text(_ from: Int, _ to: Int) -> String { String(decoding: edits[from..<to], as: UTF8.self) }

    /// `Double( )`: the closing text was pushed aside; it belongs behind the highlighted expression.
    private func wrap(_ piece: Piece) -> [FixIt]? {
        guard let gap = piece.text.firstRange(of: "( "), piece.text.hasSuffix(")") else { return nil }
        let head = piece.text[..<gap.lowerBound] + "("
        let tail = piece.text[gap.upperBound...]
        guard !tail.contains(" ") else { return nil }
        var end = piece.column
        while end < caret.count, caret[end] != UInt8(ascii: " ") { end += 1 }
        if end - piece.column <= 1 { end = tokenEnd(piece.column) }
        return [fixIt(piece.column, 0, String(head)), fixIt(end, 0, String(tail))]
    }

    /// Blank new text under tildes: they go. The blank line ends where the removed text begins.
    private func removal() -> [FixIt] {
        let start = edits.count
        var end = start
        while end < caret.count, caret[end] == UInt8(ascii: "~") { end += 1 }
        guard end > start else { return [] }
        return [fixIt(start, end - start, "")]
    }

    private func replacedWidth(_ piece: Piece) -> Int {
        guard piece.column < caret.count, caret[piece.column] != UInt8(ascii: " ") else { return 0 }
        let beginsInside = piece.column > 0 && caret[piece.column - 1] == UInt8(ascii: "~")
        if beginsInside, caret[piece.column] == UInt8(ascii: "~") { return 0 }
        if piece.text.hasSuffix(" ") { return 0 }
        let message = header.message
        if ["insert ", "add ", "missing ", "consecutive ", "must be separated", "expected '"].contains(
            where: {
                message.hasPrefix($0) || message.contains($0 + "'")
                    || ($0.hasPrefix("must") && message.contains($0))
            })
        {
            return 0
        }
        var end = piece.column
        while end < caret.count, caret[end] != UInt8(ascii: " ") { end += 1 }
        if end - piece.column > 1 { return end - piece.column }
        // A lone caret: the character goes when old and new text are of one kind.
        guard piece.column < source.count, let first = piece.text.utf8.first else { return 0 }
        let old = source[piece.column]
        guard Self.isWord(old) == Self.isWord(first), old != UInt8(ascii: " ") else { return 0 }
        if Self.isWord(old) { return tokenEnd(piece.column) - piece.column }
        return Self.operators.contains(old) && Self.operators.contains(first) ? 1 : 0
    }

    /// An inserted text lost its leading blank when that fell on a blank; it shows by the blank before it.
    private func insertion(_ piece: Piece) -> FixIt {
        let column = piece.column
        // A recorder may have trimmed the line; a label is never put in without its blank.
        if piece.text.hasSuffix(":") { return fixIt(column, 0, piece.text + " ") }
        if column >= 2, column <= source.count, !piece.text.hasSuffix(" "),
            source[column - 1] == UInt8(ascii: " "), source[column - 2] != UInt8(ascii: " "),
            column < source.count, source[column] != UInt8(ascii: " "), column > header.column - 1 + shift
        {
            return fixIt(column - 1, 0, " " + piece.text)
        }
        return fixIt(column, 0, piece.text)
    }

    private func tokenEnd(_ start: Int) -> Int {
        var end = start
        while end < source.count, Self.isWord(source[end]) { end += 1 }
        return max(end, start + 1)
    }

    private func fixIt(_ column: Int, _ width: Int, _ text: String) -> FixIt {
        let start = column + 1 - shift
        return FixIt(
            file: header.file, line: header.line, startColumn: start, endColumn: start + width,
            replacement: text,
            message: header.message)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return character.isLetter || character.isNumber || character == "_"
    }

    private static let operators = Set("=&|<>+-*/%!?.~^".utf8)
}
