/// Lines of code or output as markup, with numbers, some of them lit.
enum Listing {
    struct Line {
        /// Nil for a gap.
        var number: Int?
        var text: String
        var isLit = false
    }

    /// - Parameter label: what a screen reader calls it.
    static func html(_ lines: [Line], label: String, isSwift: Bool) -> HTML {
        var rows: HTML = ""
        for line in lines {
            guard let number = line.number else {
                rows += "<div class=\"line gap\"><span class=\"n\">⋯</span><code>\(line.text)</code></div>\n"
                continue
            }
            let text =
                isSwift ? CodeLine.html(line.text) : HTML(escaping: Visible.cut(line.text, limitBytes: 2000))
            let said: HTML = line.isLit ? "<span class=\"sr\">lit: </span>" : ""
            let shownNumber: HTML = number > 0 ? "\(number)" : ""
            rows += """
                <div class="line\(line.isLit ? " lit" : "")"><span class="n">\(shownNumber)</span>\
                <code>\(said)\(text)</code></div>

                """
        }
        return """
            <div class="code" role="region" aria-label="\(label)" tabindex="0"><div class="rows">\(rows)</div></div>
            """
    }
}
