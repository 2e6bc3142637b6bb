/// Just enough of an expectation's text to take it apart: parentheses and quotes.
enum Expression {
    /// True when a parenthesis or a quote is still open at the end.
    static func isOpen(_ text: String) -> Bool {
        var scan = Scan()
        for character in text { scan.step(character) }
        return scan.depth > 0 || scan.inQuotes
    }

    /// Offsets (in characters) at which a token stands outside all parentheses and quotes.
    static func split(_ text: String, at tokens: [String]) -> (left: String, token: String, right: String)? {
        var scan = Scan()
        var index = text.startIndex
        while index < text.endIndex {
            if scan.depth == 0, !scan.inQuotes,
                let token = tokens.first(where: { text[index...].hasPrefix($0) })
            {
                let right = text[text.index(index, offsetBy: token.count)...]
                return (String(text[..<index]), token, String(right))
            }
            scan.step(text[index])
            index = text.index(after: index)
        }
        return nil
    }

    private struct Scan {
        var depth = 0
        var inQuotes = false
        private var escaped = false

        mutating func step(_ character: Character) {
            if escaped {
                escaped = false
            } else if inQuotes, character == "\\" {
                escaped = true
            } else if character == "\"" {
                inQuotes.toggle()
            } else if !inQuotes {
                if "([{".contains(character) { depth += 1 }
                if ")]}".contains(character) { depth = max(0, depth - 1) }
            }
        }
    }
}
