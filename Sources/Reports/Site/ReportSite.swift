import Foundation
package import Incident
import Scoreboard

/// A directory of reports as a static site: it needs no server and no network.
package struct ReportSite {
    /// Name of a mutation record among the artifacts.
    package static let mutationRecord = "mutation.json"

    private let run: FiledRun
    private let title: String
    private var before: (name: String, run: FiledRun)?

    /// - Parameters:
    ///   - directory: searched at any depth.
    ///   - reports: names of the files that are incident reports.
    /// - Throws: `LabError` with `badInput` when there is nothing to show, or a report cannot be read.
    package init(directory: String, reports: Set<String>) throws {
        run = try FiledRun.read(directory, reports: reports)
        title = URL(fileURLWithPath: directory).lastPathComponent
    }

    /// Adds a comparison with another run.
    package mutating func compare(with directory: String, reports: Set<String>) throws {
        before = (
            URL(fileURLWithPath: directory).lastPathComponent,
            try FiledRun.read(directory, reports: reports)
        )
    }

    /// Every file of the site, the start page last.
    package func files() -> [ArtifactWriter.File] {
        var files: [ArtifactWriter.File] = []
        var entries: [ScoreboardPage.Entry] = []
        var taken: Set<String> = []
        for incident in run.incidents {
            let path = free(SitePath.folder(incident.folder), &taken)
            let page = IncidentPage.page(of: incident, path: path, home: Self.root(of: path) + "index.html")
            files.append(.init(path + ".html", page.text()))
            if let report = try? CanonicalJSON.encode(incident.report) {
                files.append(.init(path + "/report.json", report))
            }
            for artifact in incident.artifacts {
                guard let data = artifact.data else { continue }
                files.append(.init(path + "/" + SitePath.copy(of: artifact.name), data))
            }
            entries.append(.init(incident: incident, href: SitePath.escape(path + ".html")))
        }
        var links: [(title: String, href: String)] = []
        for (folder, record) in run.mutations {
            let path = free(folder.isEmpty ? "mutation" : SitePath.folder(folder) + "/mutation", &taken)
            let page = MutationPage.page(of: record, trail: trail(path))
            files.append(.init(path + ".html", page.text()))
            let score = record.score.map { ": " + Number.percent($0) } ?? ""
            links.append(("Mutation testing of \(record.package)\(score)", SitePath.escape(path + ".html")))
        }
        for (folder, record) in run.benches where !folder.isEmpty {
            let path = free(SitePath.folder(folder) + "/bench", &taken)
            let root = Self.root(of: path)
            let page = BenchPage.page(
                record, href: { href(of: $0, in: folder, entries).map { root + $0 } }, links: [],
                trail: trail(path))
            files.append(.init(path + ".html", page.text()))
            links.append(("Scoreboard of \(record.healer)", SitePath.escape(path + ".html")))
        }
        if let before {
            files.append(.init("comparison.html", comparison(before, entries).text()))
            links.append(("Comparison with \(before.name)", "comparison.html"))
        }
        let page: Page
        if let bench = run.bench {
            page = BenchPage.page(bench, href: { href(of: $0, in: "", entries) }, links: links)
        } else {
            page = ScoreboardPage.page(entries, title: title, links: links)
        }
        files.append(.init("index.html", page.text()))
        return files
    }

    /// Of a scoreboard with a scoreboard, else of incidents with incidents.
    private func comparison(
        _ before: (name: String, run: FiledRun), _ entries: [ScoreboardPage.Entry]
    ) -> Page {
        if let old = before.run.bench, let new = run.bench {
            return BenchComparisonPage.page(
                before: old, after: new, name: before.name, trail: trail("comparison"))
        }
        return ComparisonPage.page(entries, before: before.run.incidents, name: before.name)
    }

    /// The page of a trial's incident, from the start page.
    private func href(of trial: Trial, in folder: String, _ entries: [ScoreboardPage.Entry]) -> String? {
        guard let report = trial.incident, let end = report.lastIndex(of: "/") else { return nil }
        let wanted = (folder.isEmpty ? "" : folder + "/") + report[..<end]
        return entries.first { $0.incident.folder == wanted }?.href
    }

    private func trail(_ path: String) -> [(title: String, href: String)] {
        [("Healing Lab", Self.root(of: path) + "index.html")]
    }

    private static func root(of path: String) -> String {
        String(repeating: "../", count: path.count { $0 == "/" })
    }

    /// The content security policy of each page, for a server's header.
    package static var policy: String { Page.policy.text }

    private func free(_ path: String, _ taken: inout Set<String>) -> String {
        let reserved: Set = ["index", "comparison"]
        var name = path
        var number = 2
        while reserved.contains(name) || !taken.insert(name.lowercased()).inserted {
            name = "\(path)-\(number)"
            number += 1
        }
        return name
    }
}
