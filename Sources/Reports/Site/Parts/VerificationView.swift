import Incident

/// The tests before and after.
enum VerificationView {
    static func html(_ verification: IncidentData.Verification) -> HTML {
        let sides = [("Before", verification.testsBefore), ("After", verification.testsAfter)]
        guard sides.contains(where: { $0.1 != nil }) else { return "" }
        let cards = sides.map { title, tests in card(title, tests) }.joined()
        let scope: HTML =
            verification.scope.map { scope in
                "<p class=\"note\">Only some tests count: <code>\(Visible.line(scope.phrase))</code></p>"
            } ?? ""
        return "\(scope)<div class=\"halves\">\(cards)</div>"
    }

    private static func card(_ title: String, _ tests: IncidentData.Verification.Tests?) -> HTML {
        guard let tests else {
            return "<div class=\"card\"><h3>\(title)</h3><p>The tests could not be built.</p></div>"
        }
        let shares: [StackedBar.Share] = [
            .init(name: "passed", label: "passed", count: tests.passed),
            .init(name: "failed", label: "failed", count: tests.failed),
            .init(name: "skipped", label: "skipped", count: tests.skipped),
        ].filter { $0.count > 0 }
        let words = shares.map { "\($0.count) \($0.label)" }.joined(separator: ", ")
        let failing = tests.failing.prefix(50).map { name -> HTML in
            "<li><code>\(Visible.line(name))</code></li>"
        }
        let list: HTML = failing.isEmpty ? "" : "<ul class=\"plain\">\(failing.joined())</ul>"
        let outcome = Badge.outcome(tests.failed == 0 ? "passed" : "failed")
        return """
            <div class="card"><h3>\(title) \(outcome)</h3>\(StackedBar.html(shares))<p class="note">\(words)</p>\
            \(list)</div>
            """
    }
}
