import Incident

/// A file's source with each mutant below the line it changes.
struct MutantSource {
    let lines: SourceLines
    let mutants: [Mutant]
    /// Start of the ids of its lines.
    let file: String

    var html: HTML {
        let bytes = Array(lines.lines.joined(separator: [0x0A]))
        let colours = SwiftColours.colours(of: bytes)
        let byLine = Dictionary(grouping: mutants) { min(max(1, $0.start.line), lines.lines.count) }
        var html: HTML = ""
        var offset = 0
        for (index, line) in lines.lines.enumerated() {
            let here = byLine[index + 1] ?? []
            let text = CodeLine.html(
                line, colours: colours[offset..<(offset + line.count)], marks: here.compactMap(mark))
            html += "<div class=\"line\"><span class=\"n\" id=\"\(file)-\(index + 1)\">\(index + 1)</span>"
            html += "<code>\(text)</code></div>\n"
            for mutant in here { html += details(mutant) }
            offset += line.count + 1
        }
        return html
    }

    /// The place of what the tests miss, as bytes of its line.
    private func mark(_ mutant: Mutant) -> Range<Int>? {
        guard mutant.verdict.isUndetected, mutant.start.column >= 1 else { return nil }
        let end = mutant.end.line == mutant.start.line ? mutant.end.column : Int.max
        return (mutant.start.column - 1)..<max(mutant.start.column, end - 1)
    }

    private func details(_ mutant: Mutant) -> HTML {
        var facts: HTML = ""
        func fact(_ name: HTML, _ value: HTML) { facts += "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
        if let reason = mutant.reason { fact("Reason", Prose.html(reason)) }
        if !mutant.killedBy.isEmpty { fact("Killed by", tests(mutant.killedBy)) }
        if let nearest = mutant.nearestTest { fact("Nearest test", "<code>\(Visible.line(nearest))</code>") }
        fact("Function", "<code>\(Visible.line(mutant.function))</code>")
        fact("Operator", "<code>\(Visible.line(mutant.operatorID))</code>")
        if mutant.killedBy.isEmpty, !mutant.coveredBy.isEmpty { fact("Reached by", tests(mutant.coveredBy)) }
        if mutant.verdict.isDetected || mutant.verdict == .survived {
            fact(
                "Took",
                "\(Number.duration(milliseconds: mutant.milliseconds))\(mutant.isCached ? ", in an earlier run" : "")"
            )
        }
        fact("Id", "<code>\(mutant.id)</code>")
        let isOpen: HTML = mutant.verdict.isUndetected ? " data-missed" : ""
        return """
            <details class="mutant \(mutant.verdict.rawValue)" id="m-\(mutant.id)"\(isOpen)><summary>\
            <span class="badge \(mutant.verdict.rawValue)"><span aria-hidden="true">\(mutant.verdict.sign)</span> \
            \(mutant.verdict.label)</span> <span class="what">\(Prose.html(mutant.summary, limitBytes: 400))</span></summary>
            <div class="inside">\(DiffView.unified(mutant.diff))<dl class="facts">\(facts)</dl></div></details>

            """
    }

    /// The first twenty; a mutant of a helper may be reached by thousands.
    private func tests(_ names: [String]) -> HTML {
        let shown = names.prefix(20).map { name -> HTML in "<code>\(Visible.line(name))</code>" }
        let rest: HTML = names.count > 20 ? " and \(names.count - 20) more" : ""
        return "\(shown.joined(separator: "<br>"))\(rest)"
    }
}
