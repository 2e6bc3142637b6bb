/// Sentences and names as markup.
enum Prose {
    /// Words between backquotes become code.
    static func html(_ text: String, limitBytes: Int = 4096) -> HTML {
        let parts = short(Visible.line(text, limitBytes: limitBytes)).split(
            separator: "`", omittingEmptySubsequences: false)
        var html: HTML = ""
        for (index, part) in parts.enumerated() {
            // The last part has no closing backquote behind it.
            let isCode = index % 2 == 1 && index < parts.count - 1
            if isCode {
                html += "<code>\(part)</code>"
            } else {
                html += index % 2 == 1 ? "`\(part)" : "\(part)"
            }
        }
        return html
    }

    /// Digests by their first digits; where they matter they are told in full elsewhere.
    private static func short(_ text: String) -> String {
        text.replacing(#/(sha256:[0-9a-f]{12})[0-9a-f]{52}/#) { "\($0.output.1)…" }
    }

    /// A name or path that may be broken behind its separators.
    static func name(_ text: String) -> HTML {
        var html: HTML = ""
        var piece = ""
        for character in short(Visible.line(text)) {
            piece.append(character)
            guard "_/.:".contains(character) else { continue }
            html += "\(piece)<wbr>"
            piece = ""
        }
        html += "\(piece)"
        return html
    }
}
