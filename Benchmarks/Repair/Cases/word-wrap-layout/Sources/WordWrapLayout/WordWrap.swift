/// Breaks text into lines of limited width.
struct WordWrap {
    let width: Int
    /// Put in front of all lines but the first of a paragraph.
    var hangingIndent = 0

    /// The lines of a text. Words that are wider than a line stand on a line of their own.
    func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapParagraph($0) }
    }

    private func wrapParagraph(_ paragraph: Substring) -> [String] {
        let indent = String(repeating: " ", count: hangingIndent)
        var lines: [String] = []
        var line = ""
        for word in paragraph.split(separator: " ") {
            if line.isEmpty {
                line = String(word)
            } else if line.count + word.count <= width {
                line += " " + word
            } else {
                lines.append(line)
                line = indent + word
            }
        }
        lines.append(line)
        return lines
    }
}
