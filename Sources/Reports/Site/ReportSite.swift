import Foundation
package import Incident

/// A directory of reports as a static site: it needs no server and no network.
package struct ReportSite {
    /// Name of a mutation record among the artifacts.
    package static let mutationRecord = "mutation.json"

    private let incidents: [FiledIncident]
    private let mutations: [(folder: String, record: MutationRecord)]
    private let title: String
    private var before: (name: String, incidents: [FiledIncident])?

    /// - Parameters:
    ///   - directory: searched at any depth.
    ///   - reports: names of the files that are incident reports.
    /// - Throws: `LabError` with `badInput` when there is nothing to show, or a report cannot be read.
    package init(directory: String, reports: Set<String>) throws {
        (incidents, mutations) = try Self.read(directory, reports: reports)
        title = URL(fileURLWithPath: directory).lastPathComponent
    }

    /// Adds a comparison with another run.
    package mutating func compare(with directory: String, reports: Set<String>) throws {
        before = (
            URL(fileURLWithPath: directory).lastPathComponent,
            try Self.read(directory, reports: reports).incidents
        )
    }

    /// Every file of the site, the start page last.
    package func files() -> [ArtifactWriter.File] {
        var files: [ArtifactWriter.File] = []
        var entries: [ScoreboardPage.Entry] = []
        var taken: Set<String> = []
        for incident in incidents {
            let path = free(SitePath.folder(incident.folder), &taken)
            let root = String(repeating: "../", count: path.count { $0 == "/" })
            let page = IncidentPage.page(of: incident, path: path, home: root + "index.html")
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
        for (folder, record) in mutations {
            let path = free(folder.isEmpty ? "mutation" : SitePath.folder(folder) + "/mutation", &taken)
            let root = String(repeating: "../", count: path.count { $0 == "/" })
            let page = MutationPage.page(of: record, trail: [("Healing Lab", root + "index.html")])
            files.append(.init(path + ".html", page.text()))
            let score = record.score.map { ": " + Number.percent($0) } ?? ""
            links.append(("Mutation testing of \(record.package)\(score)", SitePath.escape(path + ".html")))
        }
        if let before {
            let page = ComparisonPage.page(entries, before: before.incidents, name: before.name)
            files.append(.init("comparison.html", page.text()))
            links.append(("Comparison with \(before.name)", "comparison.html"))
        }
        let page = ScoreboardPage.page(entries, title: title, links: links)
        files.append(.init("index.html", page.text()))
        return files
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

    private static func read(_ directory: String, reports: Set<String>) throws
        -> (incidents: [FiledIncident], mutations: [(folder: String, record: MutationRecord)])
    {
        let names = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
        var incidents: [FiledIncident] = []
        var mutations: [(folder: String, record: MutationRecord)] = []
        for name in names.sorted() {
            let file = directory + "/" + name
            let last = name.split(separator: "/").last.map(String.init) ?? name
            if reports.contains(last) {
                incidents.append(try FiledIncident.read(file, below: directory))
            } else if last == mutationRecord {
                guard let data = FileManager.default.contents(atPath: file),
                    let record = try? CanonicalJSON.decode(MutationRecord.self, from: data)
                else { throw LabError(.badInput, "\(file) is no mutation record.") }
                mutations.append((String(name.dropLast(last.count + 1)), record))
            }
        }
        guard !incidents.isEmpty || !mutations.isEmpty else {
            throw LabError(.badInput, "\(directory) holds no reports to show.")
        }
        return (incidents, mutations)
    }
}
