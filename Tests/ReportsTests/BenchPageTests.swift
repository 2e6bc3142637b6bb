import Foundation
import Incident
import Scoreboard
import Testing

@testable import Reports

@Suite struct BenchPageTests {
    private func record(_ folder: URL = Fixture.bench) throws -> BenchRun {
        try CanonicalJSON.decode(
            BenchRun.self, from: Data(contentsOf: folder.appendingPathComponent(BenchRun.fileName)))
    }

    private func page(_ name: String, comparing: Bool = false) throws -> String {
        var site = try ReportSite(directory: Fixture.bench.path, reports: ["incident_report.json"])
        if comparing { try site.compare(with: Fixture.benchBefore.path, reports: ["incident_report.json"]) }
        let file = try #require(site.files().first { $0.name == name })
        return String(decoding: file.data, as: UTF8.self)
    }

    @Test func each_case_is_a_tile_and_a_row_and_leads_to_its_incident() throws {
        let elements = try PageReader.read(try page("index.html"))
        let run = try record()
        #expect(elements.count { $0.attributes["class"]?.hasPrefix("tile ") ?? false } == run.cases.count)
        let incident = "incidents/container/unhealthy_marker-1.html"
        // The tile, the row and the trial.
        #expect(elements.count { $0.attributes["href"] == incident } == 3)
    }

    @Test func each_plot_says_in_words_what_it_draws() throws {
        let plots = try PageReader.read(try page("index.html")).filter {
            $0.name == "svg" && $0.attributes["aria-label"]?.hasPrefix("Time to") ?? false
        }
        #expect(plots.count == 6)
        let label = try #require(plots.first?.attributes["aria-label"])
        #expect(label.contains("median 2.66 s") && label.contains("95th percentile 9.4 s"), "\(label)")
        #expect(label.contains("8 trials"), "\(label)")
    }

    @Test func what_a_healer_is_called_and_says_is_text() throws {
        let page = try page("index.html")
        let elements = try PageReader.read(page)
        #expect(elements.count { $0.name == "script" } == 1)
        #expect(!elements.contains { $0.name == "img" || $0.name == "b" })
        #expect(page.contains("⟨ESC⟩") && !page.contains("\u{202E}"))
    }

    @Test func a_comparison_lights_regressions_and_puts_them_first() throws {
        let page = try page("comparison.html", comparing: true)
        let rows = try PageReader.read(page).filter { $0.name == "tr" }.dropFirst()
        #expect(rows.prefix(3).allSatisfy { $0.attributes["class"] == "worse" })
        #expect(rows.dropFirst(3).allSatisfy { $0.attributes["class"] == nil })
        #expect(rows.count == 12)
        #expect(page.contains("3 worse or slower, 0 better or faster"))
    }

    @Test func junit_fails_what_a_healer_did_wrong() throws {
        let run = try record()
        let elements = try XMLReader.read(BenchJUnit.text(of: run))
        let suites = try #require(elements.first)
        #expect(suites.attributes["tests"] == "24")
        let wrong = run.trials.count { $0.counts && !$0.isRight }
        #expect(suites.attributes["failures"] == "\(wrong)")
        #expect(elements.count { $0.name == "failure" } == wrong)
        #expect(elements.count { $0.name == "error" } == 1 && elements.count { $0.name == "skipped" } == 1)
        #expect(elements.contains { $0.attributes["message"] == "tests changed or deleted" })
    }

    @Test func a_scoreboard_below_a_folder_has_a_page_of_its_own() throws {
        let site = try ReportSite(
            directory: Fixture.bench.deletingLastPathComponent().path, reports: ["incident_report.json"])
        let names = Set(site.files().map(\.name))
        #expect(names.isSuperset(of: ["index.html", "bench/bench.html", "bench-before/bench.html"]))
    }
}
