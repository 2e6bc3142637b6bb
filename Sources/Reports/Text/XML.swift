/// Writes XML 1.0 whose texts may hold anything.
struct XML {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    /// An element with elements inside.
    mutating func element(
        _ name: String, _ attributes: [(String, String)], _ body: (inout XML) -> Void
    ) {
        line("<\(name)\(Self.written(attributes))>")
        depth += 1
        body(&self)
        depth -= 1
        line("</\(name)>")
    }

    /// An element with text inside, or with nothing.
    mutating func element(_ name: String, _ attributes: [(String, String)], text body: String = "") {
        let start = "<\(name)\(Self.written(attributes))"
        line(body.isEmpty ? start + "/>" : start + ">\(Self.escape(body))</\(name)>")
    }

    private mutating func line(_ line: String) {
        text += String(repeating: "  ", count: depth) + line + "\n"
    }

    private static func written(_ attributes: [(String, String)]) -> String {
        // A line end in an attribute would be read back as a space.
        attributes.map {
            " \($0.0)=\"\(escape($0.1).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;"))\""
        }
        .joined()
    }

    /// Scalar by scalar: a quotation mark with an accent on it is one `Character`, and still a quotation mark.
    static func escape(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in Visible.text(text).unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// As JUnit writes times: "1.250".
    static func seconds(_ milliseconds: Int) -> String {
        let rest = String(1000 + max(0, milliseconds) % 1000).dropFirst()
        return "\(max(0, milliseconds) / 1000).\(rest)"
    }
}
