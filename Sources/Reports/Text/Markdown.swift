/// Writes Markdown whose texts may hold anything.
enum Markdown {
    /// Plain words: nothing in them is read as markup, as a mention or as a link.
    static func words(_ text: String) -> String {
        var escaped = ""
        for scalar in Visible.line(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "@": escaped += "&#64;"
            case ":": escaped += "&#58;"
            case "\\", "`", "*", "_", "[", "]", "(", ")", "#", "|", "~", "!", "$":
                escaped += "\\"
                escaped.unicodeScalars.append(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A code span; a bar is written so that it ends no table cell.
    static func code(_ text: String) -> String {
        "<code>"
            + XML.escape(Visible.line(text)).replacing("|", with: "&#124;").replacing("`", with: "&#96;")
            .replacing("*", with: "&#42;").replacing("_", with: "&#95;").replacing("@", with: "&#64;")
            .replacing("[", with: "&#91;").replacing("~", with: "&#126;").replacing("$", with: "&#36;")
            .replacing("\\", with: "&#92;").replacing(":", with: "&#58;") + "</code>"
    }

    /// A fenced block, its fence longer than any inside.
    static func block(_ text: String, language: String) -> String {
        let text = Visible.lines(text)
        var longest = 2
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return fence + language + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence + "\n"
    }
}
