import Incident

/// A tick for each look at a service: a bar for well, a cross for ill, a ring for unknown.
enum ProbeStrip {
    /// After this many ticks a run of equal looks is told by its number.
    private static let limit = 40

    static func html(_ probes: [RuntimeData.Probe]) -> HTML {
        guard !probes.isEmpty else { return "" }
        var ticks: HTML = ""
        var rows: HTML = ""
        for probe in probes {
            let shown = min(limit, max(1, probe.count ?? 1))
            let run = (0..<shown).map { _ in tick(probe.outcome) }.joined()
            let rest: HTML =
                probe.count.map { $0 > shown ? "<span class=\"note\">×\($0)</span>" : "" }
                ?? "<span class=\"note\">…</span>"
            ticks += "<span>\(run)\(rest)</span>"
            rows += """
                <tr><td data-label="Result">\(Badge.outcome(probe.outcome))</td><td data-label="Looks" class="number">\
                \(probe.count.map(String.init) ?? "one or more")</td><td data-label="Said">\
                \(Visible.line(probe.detail))</td><td data-label="From">\(probe.time ?? "–")</td></tr>

                """
        }
        return """
            <div class="strip" aria-hidden="true">\(ticks)</div>
            <table class="cards"><thead><tr><th scope="col">Result</th><th scope="col" class="number">Looks in a row</th>\
            <th scope="col">What it said</th><th scope="col">From</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func tick(_ outcome: String) -> HTML {
        switch outcome {
        case "passed":
            "<svg class=\"tick passed\" width=\"10\" height=\"26\"><rect x=\"3\" y=\"2\" width=\"4\" height=\"22\" rx=\"2\"/></svg>"
        case "failed":
            "<svg class=\"tick failed\" width=\"10\" height=\"26\"><path d=\"M1 9l8 8M9 9l-8 8\"/></svg>"
        default:
            "<svg class=\"tick\" width=\"10\" height=\"26\"><circle cx=\"5\" cy=\"13\" r=\"3.5\"/></svg>"
        }
    }
}
