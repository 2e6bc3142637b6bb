import Foundation
import Incident
import Scoreboard

/// Pages of documentation that hold the tables of a run, between marks.
enum BenchDocs {
    /// A whole table goes between the marks of `table`, a row a domain between those of `summary`.
    private static let names = ["table", "summary"]

    static func check(_ pages: [String]) throws {
        for path in pages { _ = try filled(path) { _ in "" } }
    }

    static func write(_ run: BenchRun, to pages: [String]) throws {
        for path in pages {
            let text = try filled(path) { name in
                name == "table" ? ScoreTable(run).markdown : BenchSummary(run).markdown
            }
            let url = URL(fileURLWithPath: path)
            try ArtifactWriter(directory: url.deletingLastPathComponent().path).write([
                .init(url.lastPathComponent, text)
            ])
        }
    }

    private static func filled(_ path: String, with text: (String) -> String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LabError(.badInput, "--write-docs \(path): there is no such file.")
        }
        var page = String(decoding: data, as: UTF8.self)
        var isFilled = false
        for name in names {
            guard let next = BenchSummary.page(page, with: text(name), at: name) else { continue }
            page = next
            isFilled = true
        }
        guard isFilled else {
            throw LabError(
                .badInput, "--write-docs \(path): it has no marks to write between.",
                hint: "Put `<!-- bench:table -->` and `<!-- /bench:table -->` on lines of their own.")
        }
        return page
    }
}
