import Foundation
import Incident
import Testing

@testable import Reports

@Suite struct ReportSiteTests {
    private static let reports: Set = ["incident_report.json", "runtime_incident_report.json"]
    private static let artifacts = Fixture.root.appendingPathComponent("artifacts")

    private func site(_ directory: URL) throws -> [String: Data] {
        let files = try ReportSite(directory: directory.path, reports: Self.reports).files()
        let names = files.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.last == "index.html")
        return Dictionary(files.map { ($0.name, $0.data) }) { first, _ in first }
    }

    private func pages(_ site: [String: Data]) throws -> [String: [XMLReader.Element]] {
        try site.filter { $0.key.hasSuffix(".html") }
            .mapValues { try PageReader.read(String(decoding: $0, as: UTF8.self)) }
    }

    @Test func each_incident_of_the_demos_has_a_page_and_is_on_the_scoreboard() throws {
        let pages = try pages(site(Self.artifacts))
        let index = try #require(pages["index.html"])
        let links = Set(index.compactMap { $0.attributes["href"] })
        for domain in ["code", "runtime"] {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: Self.artifacts.appendingPathComponent(domain).path)
            for name in names {
                #expect(pages["\(domain)/\(name).html"] != nil, "\(name)")
                #expect(links.contains("\(domain)/\(name).html"), "\(name)")
            }
        }
    }

    @Test(arguments: [artifacts, Fixture.run, Fixture.bench])
    func every_link_leads_to_a_file_of_the_site(_ directory: URL) throws {
        let site = try site(directory)
        for (name, elements) in try pages(site) {
            let ids = Set(elements.compactMap { $0.attributes["id"] })
            for link in elements.compactMap({ $0.attributes["href"] }) {
                if link.hasPrefix("#") {
                    #expect(ids.contains(String(link.dropFirst())), "\(name): \(link)")
                } else {
                    let target = URL(string: link, relativeTo: URL(string: "site:///\(name)"))?.path ?? ""
                    #expect(site[String(target.dropFirst())] != nil, "\(name): \(link)")
                }
            }
        }
    }

    @Test(arguments: [artifacts, Fixture.run, Fixture.bench])
    func nothing_in_a_page_is_from_elsewhere(_ directory: URL) throws {
        for (name, elements) in try pages(site(directory)) {
            #expect(elements.count { $0.name == "script" } == 1, "\(name)")
            #expect(
                !elements.contains { ["img", "b", "i", "iframe", "link", "object"].contains($0.name) },
                "\(name)")
            for element in elements {
                #expect(element.attributes["src"] == nil, "\(name)")
                #expect(element.attributes["style"] == nil, "\(name)")
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(name)")
            }
        }
    }

    @Test func the_same_reports_give_the_same_pages() throws {
        #expect(try site(Self.artifacts) == site(Self.artifacts))
    }

    @Test func an_artifact_cannot_leave_its_folder_nor_be_a_page() throws {
        let site = try site(Fixture.run)
        #expect(site["hostile/evil.html"] == nil)
        #expect(site["hostile/evil.html.txt"] == Data("<script>alert(3)</script>".utf8))
        #expect(site.keys.allSatisfy { !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
        let incident = try FiledIncident.read(
            Fixture.run.appendingPathComponent("hostile/incident_report.json").path, below: Fixture.run.path)
        #expect(incident.artifacts.first { $0.name.hasPrefix("..") }?.data == nil)
        #expect(incident.problems.count == 3)
    }

    @Test(arguments: [
        ("code/zero_division", "code/zero_division"), ("", "incident"), ("../..", "_../_.."),
        (".git/x", "_.git/x"),
        ("a b/é<", "a-b/--"), ("//", "incident"),
    ])
    func a_folder_has_a_plain_name(_ folder: String, _ name: String) {
        #expect(SitePath.folder(folder) == name)
    }

    @Test func what_got_worse_comes_first_in_a_comparison() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("compare-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: Self.artifacts, to: folder)
        let file = folder.appendingPathComponent("code/zero_division/incident_report.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacingOccurrences(of: "\"verdict\" : \"healed\"", with: "\"verdict\" : \"not_healed\"")
            .write(to: file, atomically: true, encoding: .utf8)
        var site = try ReportSite(directory: folder.path, reports: Self.reports)
        try site.compare(with: Self.artifacts.path, reports: Self.reports)
        let page = try #require(site.files().first { $0.name == "comparison.html" })
        let elements = try PageReader.read(String(decoding: page.data, as: UTF8.self))
        let rows = elements.filter { $0.name == "tr" }.dropFirst()
        #expect(rows.first?.attributes["class"] == "worse")
        #expect(rows.count { $0.attributes["class"] == "worse" } == 1)
        let links = elements.compactMap { $0.attributes["href"] }.filter { $0.contains("/") }
        #expect(links.first == "code/zero_division.html")
    }

    @Test func a_directory_without_reports_is_refused() {
        let empty = Fixture.root.appendingPathComponent("docs/schemas").path
        #expect(throws: LabError.self) { try ReportSite(directory: empty, reports: Self.reports) }
    }
}
