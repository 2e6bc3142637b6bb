import Foundation
import Testing

/// Commands that need no build.
@Suite struct CommandLineTests {
    @Test func help_names_every_command_and_exit_code() throws {
        let result = try LabProcess.run(["--help"])
        #expect(result.code == 0)
        for word in [
            "faults", "inject", "classify", "heal", "mutate", "bench", "demo", "report", "64", "124",
        ] {
            #expect(result.output.contains(word), "\(word)")
        }
    }

    @Test func every_command_and_option_has_help() throws {
        for (path, command) in try CommandTree.read().all() {
            let name = path.joined(separator: " ")
            let result = try LabProcess.run(Array(path.dropFirst()) + ["--help"])
            #expect(result.code == 0, "\(name)")
            #expect(result.output.contains("OVERVIEW"), "\(name)")
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                #expect(argument.abstract?.isEmpty == false, "\(name): \(argument.names ?? [])")
            }
        }
    }

    @Test func an_unknown_flag_is_bad_usage_and_suggests_the_nearest() throws {
        let result = try LabProcess.run(["heal", "--pakage", "x"])
        #expect(result.code == 64)
        #expect(result.errors.contains("--package"))
        #expect(result.output.isEmpty)
    }

    @Test func an_unknown_fault_suggests_the_nearest() throws {
        let result = try LabProcess.run(["inject", "--fault", "zero_divison", "--package", "."])
        #expect(result.code == 64)
        #expect(result.errors.contains("zero_division"))
    }

    @Test func an_unknown_operator_of_mutants_suggests_the_nearest() throws {
        let patient = try Patient(source: Patient.healthy)
        let result = try LabProcess.run([
            "mutate", "--package", patient.folder, "--work-dir", Patient.work, "--operators",
            "returns,comparision",
        ])
        #expect(result.code == 64)
        #expect(result.errors.contains("'comparison'"))
        #expect(result.output.isEmpty)
    }

    @Test func mutants_are_listed_without_a_build() throws {
        struct Row: Decodable {
            var path: String
            var replacement: String
            var verdict: String
        }
        let patient = try Patient(source: Patient.healthy)
        let arguments = ["mutate", "--package", patient.folder, "--work-dir", Patient.work, "--list"]
        let rows = try JSONDecoder().decode(
            [Row].self, from: Data(try LabProcess.run(arguments + ["--json"]).output.utf8))
        #expect(rows.contains { $0.path == "Sources/Kit/Ratio.swift" && $0.replacement == "==" })
        #expect(rows.allSatisfy { $0.verdict == "pending" })
        let text = try LabProcess.run(arguments)
        #expect(text.output.split(separator: "\n").count == rows.count)
        #expect(text.output.contains("Sources/Kit/Ratio.swift:3:21 comparison: `!=` becomes `==`"))
    }

    @Test func a_choice_that_leaves_no_mutant_is_an_error() throws {
        let patient = try Patient(source: Patient.healthy)
        let diff = "--- a/README.md\n+++ b/README.md\n@@ -1 +1 @@\n-a\n+b\n"
        let result = try LabProcess.run(
            ["mutate", "--package", patient.folder, "--work-dir", Patient.work, "--in-diff", "-"], input: diff
        )
        #expect(result.code == 3)
    }

    @Test(arguments: [
        ["--shard", "5/4"], ["--jobs", "0"], ["--fail-under", "101"], ["--in-diff", "-", "--since", "HEAD"],
    ])
    func options_of_mutate_are_checked(_ arguments: [String]) throws {
        let result = try LabProcess.run(["mutate", "--package", "."] + arguments)
        #expect(result.code == 64, "\(result.errors)")
    }

    @Test func the_catalogue_is_json_with_ids_aliases_and_classes() throws {
        struct Row: Decodable {
            var id: String
            var aliases: [String]
            var domain: String
            var `class`: String
        }
        let result = try LabProcess.run(["faults", "--json"])
        let rows = try JSONDecoder().decode([Row].self, from: Data(result.output.utf8))
        #expect(rows.map(\.id).prefix(2) == ["zero_division", "none_type"])
        #expect(rows.count >= 15)
        #expect(rows.first { $0.id == "none_type" }?.aliases.contains("nil_unwrap") == true)
        #expect(rows.first { $0.id == "missing_case" }?.class == "fatal_error")
    }

    @Test func classify_reads_standard_input() throws {
        let text =
            "/p/Sources/Kit/A.swift:3: Fatal error: Unexpectedly found nil while unwrapping an Optional value\n"
        let result = try LabProcess.run(["classify"], input: text)
        #expect(result.code == 0)
        #expect(result.output.contains("nil_unwrap"))
        #expect(result.output.contains("Sources/Kit/A.swift:3"))
    }

    @Test func classify_finds_nothing_in_a_passing_run() throws {
        let text = "Test Case 'A.b' started at x\nTest Case 'A.b' passed (0.0 seconds)\n"
        let result = try LabProcess.run(["classify", "--json"], input: text)
        #expect(result.code == 0)
        #expect(
            result.output.trimmingCharacters(in: .whitespacesAndNewlines).filter { !$0.isWhitespace } == "[]")
    }

    @Test func classify_names_a_file_that_is_not_there() throws {
        let result = try LabProcess.run(["classify", "/no/such/file"])
        #expect(result.code == 65)
        #expect(result.errors.contains("/no/such/file"))
    }

    @Test func a_directory_that_is_no_package_is_named() throws {
        let result = try LabProcess.run(["heal", "--package", FileManager.default.temporaryDirectory.path])
        #expect(result.code == 65)
        #expect(result.errors.contains("Package.swift"))
    }

    @Test func a_place_without_a_line_is_bad_usage() throws {
        let patient = try Patient()
        defer { patient.remove() }
        let result = try LabProcess.run([
            "inject", "--fault", "zero_division", "--package", patient.folder, "--at", "Ratio.swift",
        ])
        #expect(result.code == 64)
        #expect(result.errors.contains("FILE:LINE"))
    }

    @Test func pages_take_the_place_of_older_pages_and_of_nothing_else() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let reports = folder.appendingPathComponent("reports").path
        let out = folder.appendingPathComponent("out").path
        func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: out + "/" + name) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: DocsTests.root.appendingPathComponent("artifacts/code").path, toPath: reports)
        let result = try LabProcess.run(["report", reports, "--html", out])
        #expect(result.code == 0)
        #expect(result.output == out + "/index.html\n")
        #expect(exists("zero_division.html"))
        try "mine".write(toFile: out + "/notes.txt", atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(atPath: reports + "/zero_division")
        #expect(try LabProcess.run(["report", reports, "--html", out]).code == 0)
        #expect(!exists("zero_division.html"))
        #expect(exists("force_try.html"))
        #expect(exists("notes.txt"))
        #expect(try LabProcess.run(["report", reports, "--html", reports]).code == 64)
        #expect(try LabProcess.run(["report", reports, "--serve"]).code == 64)
        #expect(try LabProcess.run(["report", folder.path + "/none", "--html", out]).code == 65)
    }

    @Test func a_report_whose_artifact_was_changed_does_not_hold_up() throws {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("artifacts/code/zero_division").path
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID())").path
        try FileManager.default.copyItem(atPath: source, toPath: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        #expect(try LabProcess.run(["report", copy]).code == 0)
        try "changed".write(toFile: copy + "/healing_patch.diff", atomically: true, encoding: .utf8)
        let result = try LabProcess.run(["report", copy])
        #expect(result.code == 65)
        #expect(result.output.contains("healing_patch.diff"))
    }
}
