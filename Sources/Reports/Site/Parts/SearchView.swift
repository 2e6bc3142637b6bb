import Incident

/// What a repair search went through, and what else it found.
enum SearchView {
    static func html(_ search: IncidentData.Search?) -> HTML {
        guard let search else { return "" }
        let counts: [(HTML, Int)] = [
            ("Statements in suspicion", search.suspects), ("Changes proposed", search.generated),
            ("That compile", search.compiled), ("Combined in pairs", search.combined), ("Run", search.run),
            ("All tests pass", search.plausible),
        ]
        let facts = counts.map { name, count -> HTML in "<div><dt>\(name)</dt><dd>\(count)</dd></div>" }
            .joined()
        let rows = search.patches.enumerated().map { index, patch -> HTML in
            let taken: HTML = index + 1 == search.rank ? " \(Badge.html("healed", "✓", "taken"))" : ""
            let removes: HTML = patch.removes ? " \(Badge.html("changed", "!", "removes"))" : ""
            return """
                <tr><td data-label="Rank">\(index + 1)\(taken)</td><td data-label="Change">\
                \(Prose.html(patch.summary))\(removes)</td><td data-label="Place"><code>\
                \(Visible.line(patch.file)):\(patch.line)</code></td></tr>
                """
        }.joined(separator: "\n")
        guard !search.patches.isEmpty else { return "<dl class=\"facts\">\(facts)</dl>" }
        return """
            <dl class="facts">\(facts)</dl>
            <h3>Changes under which every test passes</h3>
            <table class="cards"><thead><tr><th scope="col">Rank</th><th scope="col">Change</th>\
            <th scope="col">Place</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
