import Incident

/// Every artifact, its digest, and whether the file still has it.
enum ArtifactsView {
    /// - Parameter folder: where the copies lie, relative to the page.
    static func html(_ incident: FiledIncident, folder: String) -> HTML {
        let rows = incident.artifacts.map { artifact -> HTML in
            let name = Visible.line(artifact.name)
            let copy = SitePath.copy(of: artifact.name)
            let link: HTML =
                artifact.data == nil
                ? "\(name)" : "<a href=\"\(folder)/\(SitePath.escape(copy))\">\(name)</a>"
            let state: HTML =
                artifact.data == nil
                ? Badge.html("failed", "✗", "missing")
                : artifact.isAsRecorded
                    ? Badge.html("passed", "✓", "as recorded") : Badge.html("failed", "✗", "another file")
            return """
                <tr><th scope="row">\(link)</th><td data-label="Size" class="number">\
                \(artifact.data.map { Number.bytes($0.count) } ?? "–")</td><td data-label="SHA-256"><code class="digest">\
                \(Visible.line(artifact.sha256))</code></td><td data-label="Check">\(state)</td></tr>
                """
        }
        guard !rows.isEmpty else { return "" }
        return """
            <table class="cards"><thead><tr><th scope="col">File</th><th scope="col" class="number">Size</th>\
            <th scope="col">SHA-256</th><th scope="col">Check</th></tr></thead><tbody>\(rows.joined(separator: "\n"))\
            </tbody></table>
            """
    }
}
