import Mustache

/// Markup that is safe to send: literals are taken as they are, every text put into them is escaped.
///
///     HTML("<td title=\"\(name)\">\(name)</td>")
struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation, MustacheCustomRenderable {
    private(set) var text: String

    init(stringLiteral text: String) { self.text = text }

    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// A text, escaped, with what is hidden in it made visible.
    init(escaping text: some StringProtocol) { self.text = XML.escape(String(text)) }

    static func += (a: inout HTML, b: HTML) { a.text += b.text }

    var renderText: String { text }
    var isNull: Bool { text.isEmpty }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ html: HTML) { text += html.text }
        mutating func appendInterpolation(_ text: some StringProtocol) {
            self.text += XML.escape(String(text))
        }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ number: Double) { text += Number.plain(number) }
    }
}

extension Sequence<HTML> {
    func joined(separator: String = "") -> HTML {
        HTML(stringLiteral: map(\.text).joined(separator: separator))
    }
}
