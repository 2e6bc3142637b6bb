import Incident

/// The regression test: its runs before and after the patch, and its source.
enum RegressionView {
    static func html(_ incident: FiledIncident) -> HTML {
        guard let regression = incident.report.data.regressionTest else { return "" }
        var rows: HTML = ""
        for test in regression.tests {
            rows += """
                <tr><th scope="row"><code>\(Visible.line(test.name))</code></th><td data-label="Input">\
                \(test.input == "failing" ? "the one that failed" : "next to it")</td><td data-label="Before">\
                \(Badge.outcome(test.failedBefore ? "failed" : "passed"))</td><td data-label="After">\
                \(Badge.outcome(test.passedAfter ? "passed" : "failed"))</td></tr>

                """
        }
        return """
            <p>The suite <code>\(Visible.line(regression.name))</code> was red on the broken commit and green on the \
            healed one.</p>
            <table class="cards"><thead><tr><th scope="col">Test</th><th scope="col">Input</th>\
            <th scope="col">Before the patch</th><th scope="col">After the patch</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            \(source(incident))\(run(incident, regression))
            """
    }

    private static func source(_ incident: FiledIncident) -> HTML {
        var html: HTML = ""
        for file in UnifiedDiff(incident.artifact("regression_test.diff") ?? "").files {
            let lines = file.hunks.flatMap(\.lines).filter { $0.kind != .removed }
                .map { Listing.Line(number: $0.new ?? 0, text: $0.text) }
            html += "<h3 class=\"path\">\(Visible.line(file.new))</h3>"
            html += Listing.html(lines, label: "Regression test", isSwift: true)
        }
        return html
    }

    /// What the healed commit's test output says of the suite.
    private static func run(_ incident: FiledIncident, _ regression: IncidentData.RegressionTest) -> HTML {
        let suite = regression.name.split(separator: ".").last.map(String.init) ?? regression.name
        guard !suite.isEmpty, let output = incident.artifact("post_heal_test_output.txt") else { return "" }
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter {
                $0.element.contains(suite)
                    || regression.tests.map(\.name).contains(where: $0.element.contains)
            }
            .prefix(30).map { Listing.Line(number: $0.offset + 1, text: String($0.element)) }
        guard !lines.isEmpty else { return "" }
        return """
            <details class="more"><summary>The green run in post_heal_test_output.txt</summary>\
            \(Listing.html(lines, label: "Green run", isSwift: false))</details>
            """
    }
}
