import Foundation
import Testing

/// What the pages say is what is there.
@Suite struct DocsTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static let pages = [
        "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "artifacts/README.md", "docs/exit-codes.md",
        "docs/report-fields.md", "docs/write-a-fault.md", "docs/write-a-fixer.md", "docs/blind-heals.md",
        "docs/code-benchmark.md", "docs/watch-your-own-service.md", "docs/watch-configuration.md",
        "docs/watch-metrics.md", "docs/watch-notifications.md", "docs/runtime-benchmark.md",
        "docs/simulation.md", "docs/pages.md", "docs/mutation-testing.md", "docs/bench.md",
        "Benchmarks/Healers/README.md",
    ]

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    }

    private func matches(_ pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        let whole = NSRange(text.startIndex..., in: text)
        return expression.matches(in: text, range: whole).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    @Test(arguments: pages)
    func links_lead_to_files(_ page: String) throws {
        let folder = Self.root.appendingPathComponent(page).deletingLastPathComponent()
        for link in try matches("\\]\\(([^)#]+)\\)", in: text(page)) where !link.hasPrefix("http") {
            #expect(
                FileManager.default.fileExists(atPath: folder.appendingPathComponent(link).path), "\(link)")
        }
    }

    @Test(arguments: pages)
    func make_targets_exist(_ page: String) throws {
        let makefile = try text("Makefile")
        for target in try matches("`make ([a-z-]+)[ `]", in: text(page)) {
            #expect(makefile.contains("\n\(target):"), "make \(target)")
        }
    }

    @Test(arguments: pages)
    func commands_and_their_flags_exist(_ page: String) throws {
        for command in try matches("`(?:\\.build/debug/)?lab ([a-z]+)", in: text(page)) {
            #expect(try LabProcess.run([command, "--help"]).code == 0, "lab \(command)")
        }
        for line in try matches("`(?:\\.build/debug/)?lab ([a-z][^`]*)`", in: text(page)) {
            let words = line.split(separator: " ").map(String.init)
            let commands = words.prefix { !$0.hasPrefix("-") && $0 == $0.lowercased() && !$0.contains("/") }
            let help = try LabProcess.run(commands.prefix(2) + ["--help"]).output
            for flag in words where flag.hasPrefix("--") { #expect(help.contains(flag), "lab \(line)") }
        }
    }

    @Test func every_make_target_is_listed_by_help() throws {
        let listed = try Patient.shell("make --no-print-directory help", in: Self.root.path)
        for target in try matches("(?m)^([a-z-]+):", in: text("Makefile")) {
            #expect(listed.contains("make \(target) "), "\(target)")
        }
    }

    @Test func a_fault_in_the_catalogue_has_its_artifacts() throws {
        struct Row: Decodable {
            var id: String
            var domain: String
        }
        let json = try LabProcess.run(["faults", "--json"]).output
        for row in try JSONDecoder().decode([Row].self, from: Data(json.utf8)) where row.domain == "code" {
            let report = try text("artifacts/code/\(row.id)/incident_report.json")
            #expect(report.contains("\"verdict\" : \"healed\""), "\(row.id)")
        }
        for row in try JSONDecoder().decode([Row].self, from: Data(json.utf8)) where row.domain == "container"
        {
            #expect(try text("artifacts/runtime/\(row.id)/runtime_incident_report.json").contains(row.id))
        }
    }

    @Test func every_room_of_the_manifest_is_in_the_architecture() throws {
        let page = try text("ARCHITECTURE.md")
        for name in try matches(
            "\\.(?:target|executableTarget)\\(\\s*name: \"([A-Za-z-]+)\"", in: text("Package.swift"))
        {
            #expect(page.contains(name), "\(name)")
        }
    }
}
