/// A bar cut into shares; each share has a colour, a pattern of gaps and, in words, its number.
enum StackedBar {
    struct Share {
        /// Class in the style sheet.
        var name: String
        var label: String
        var count: Int
    }

    static func html(_ shares: [Share]) -> HTML {
        let total = shares.reduce(0) { $0 + $1.count }
        guard total > 0 else { return "" }
        // A share too small to see is drawn as wide as can be seen, at the cost of the others.
        let widths = shares.map { max(1.2, 100 * Double($0.count) / Double(total)) }
        let whole = widths.reduce(0, +)
        let words = shares.map { "\($0.count) \($0.label)" }.joined(separator: ", ")
        var drawing: HTML = ""
        var start = 0.0
        for (share, width) in zip(shares, widths.map { 100 * $0 / whole }) {
            drawing += """
                <rect class="\(share.name)" x="\(start)%" width="\(width)%" height="100%"><title>\
                \(share.count) \(share.label)</title></rect>
                """
            start += width
        }
        return """
            <svg class="stack" role="img" aria-label="\(words)" width="100%" height="10">\(drawing)</svg>
            """
    }
}
