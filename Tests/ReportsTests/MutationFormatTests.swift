import Foundation
import Incident
import Testing

@testable import Reports

/// Each form is read back by a parser that is not ours.
@Suite struct MutationFormatTests {
    private func object(_ format: MutationFormat) throws -> Any {
        let text = format.text(of: try Fixture.record())
        return try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    @Test(arguments: MutationFormat.allCases)
    func a_form_is_the_same_every_time_and_ends_with_a_line_end(_ format: MutationFormat) throws {
        let record = try Fixture.record()
        let text = format.text(of: record)
        #expect(text == format.text(of: record))
        #expect(text.hasSuffix("\n"))
    }

    @Test(arguments: MutationFormat.allCases)
    func a_run_without_mutants_can_be_written(_ format: MutationFormat) {
        let record = MutationRecord(
            package: "Empty", toolVersion: "0", seed: 0, shard: nil, tests: 0, files: [], mutants: [])
        let text = format.text(of: record)
        if format == .github { #expect(text.isEmpty) } else { #expect(!text.isEmpty) }
    }

    @Test(arguments: MutationFormat.allCases.filter { $0 != .elements })
    func hidden_characters_are_visible_in_what_people_read(_ format: MutationFormat) throws {
        let text = format.text(of: try Fixture.record())
        let hidden = text.unicodeScalars.filter {
            $0 != "\n" && $0 != "\t" && Visible.text(String($0)) != String($0)
        }
        #expect(hidden.isEmpty)
    }

    @Test func elements_has_what_its_schema_requires() throws {
        let record = try Fixture.record()
        let report = try #require(try object(.elements) as? [String: Any])
        #expect(report["schemaVersion"] as? String == "2")
        #expect((report["thresholds"] as? [String: Int])?.keys.sorted() == ["high", "low"])
        let files = try #require(report["files"] as? [String: [String: Any]])
        #expect(files.keys.sorted() == record.files.map(\.path).sorted())
        let statuses: Set = [
            "Killed", "Survived", "NoCoverage", "CompileError", "Timeout", "Ignored", "Pending",
        ]
        var seen: Set<String> = []
        var ids: Set<String> = []
        let tests = try #require(report["testFiles"] as? [String: [String: [[String: String]]]])
        let known = Set(tests.values.flatMap { $0["tests"] ?? [] }.compactMap { $0["id"] })
        for (path, file) in files {
            #expect(file["language"] as? String == "swift")
            #expect(file["source"] as? String == record.files.first { $0.path == path }?.source)
            for mutant in try #require(file["mutants"] as? [[String: Any]]) {
                seen.insert(try #require(mutant["status"] as? String))
                #expect(ids.insert(try #require(mutant["id"] as? String)).inserted)
                #expect(mutant["mutatorName"] is String)
                let location = try #require(mutant["location"] as? [String: [String: Int]])
                for edge in ["start", "end"] {
                    #expect(location[edge]?["line"] ?? 0 >= 1)
                    #expect(location[edge]?["column"] ?? 0 >= 1)
                }
                #expect(known.isSuperset(of: mutant["killedBy"] as? [String] ?? []))
                #expect(known.isSuperset(of: mutant["coveredBy"] as? [String] ?? []))
            }
        }
        #expect(seen == statuses)
        #expect(ids.count == record.mutants.count)
    }

    @Test func columns_count_utf16_units() {
        let lines = SourceLines("let é = \"😀\" < x\r\n")
        #expect(lines.utf16Column(line: 1, column: 1) == 1)
        #expect(lines.utf16Column(line: 1, column: 7) == 6)
        #expect(lines.utf16Column(line: 1, column: 17) == 14)
        #expect(lines.utf16Column(line: 9, column: 4) == 4)
    }

    @Test func sarif_names_what_the_tests_miss_and_nothing_else() throws {
        let record = try Fixture.record()
        let log = try #require(try object(.sarif) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
        let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        #expect(Set(rules).count == rules.count)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == record.missed.count)
        for (result, mutant) in zip(results, record.missed) {
            #expect(rules[try #require(result["ruleIndex"] as? Int)] == mutant.operatorID)
            #expect(
                (result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"] == mutant.id)
            let location = try #require((result["locations"] as? [[String: Any]])?.first)
            let place = try #require(location["physicalLocation"] as? [String: [String: Any]])
            let uri = try #require(place["artifactLocation"]?["uri"] as? String)
            #expect(uri.removingPercentEncoding == mutant.path)
            #expect(URL(string: uri)?.scheme == nil)
            #expect(!uri.hasPrefix("/"))
            #expect(place["region"]?["startLine"] as? Int == mutant.start.line)
        }
    }

    @Test func junit_counts_what_it_holds() throws {
        let record = try Fixture.record()
        let elements = try XMLReader.read(MutationJUnit.text(of: record))
        let total = try #require(elements.first { $0.name == "testsuites" }).attributes
        let cases = elements.filter { $0.name == "testcase" }
        #expect(cases.count == record.mutants.count)
        #expect(total["tests"] == "\(cases.count)")
        #expect(total["failures"] == "\(record.missed.count)")
        #expect(elements.count { $0.name == "failure" } == record.missed.count)
        #expect(
            elements.count { $0.name == "skipped" }
                == record.count(.unviable) + record.count(.skipped) + record.count(.pending))
        #expect(elements.count { $0.name == "system-out" } == record.count(.timedOut))
    }

    @Test func junit_keeps_a_diff_as_it_is() throws {
        let record = try Fixture.record()
        let survivor = try #require(record.missed.first { $0.operatorID == "comparison" })
        let texts = try XMLReader.read(MutationJUnit.text(of: record)).map(\.text)
        #expect(texts.contains(survivor.diff))
    }

    @Test func an_annotation_is_one_line_that_no_text_can_leave() throws {
        let record = try Fixture.record()
        let lines = MutationAnnotations.text(of: record).split(separator: "\n")
        #expect(lines.count == record.missed.count)
        #expect(lines.allSatisfy { $0.hasPrefix("::warning file=") })
        let hostile = try #require(lines.first { $0.contains("onerror") })
        #expect(
            hostile.hasPrefix(
                "::warning file=Sources/Hostile/<img src=x onerror=alert(1)>%2C %3A%2525 é.swift,line=2,"))
        #expect(WorkflowCommand.data("a\r\nb%") == "a⟨CR⟩%0Ab%25")
    }

    @Test func gitlab_issues_have_a_fingerprint_of_their_own() throws {
        let issues = try #require(try object(.gitlab) as? [[String: Any]])
        let prints = issues.compactMap { $0["fingerprint"] as? String }
        #expect(Set(prints).count == issues.count)
        for issue in issues {
            #expect(["major", "minor"].contains(issue["severity"] as? String))
            #expect(issue["check_name"] is String)
            let location = try #require(issue["location"] as? [String: Any])
            #expect(location["path"] is String)
            #expect((location["lines"] as? [String: Int])?["begin"] ?? 0 >= 1)
        }
    }

    @Test func markdown_lets_no_text_be_markup() throws {
        let text = MutationMarkdown.text(of: try Fixture.record())
        let outside = text.split(separator: "\n").reduce(into: (lines: [Substring](), fence: "")) {
            state, line in
            let ticks = line.prefix { $0 == "`" }
            if state.fence.isEmpty, ticks.count >= 3 {
                state.fence = String(ticks)
            } else if state.fence.isEmpty {
                state.lines.append(line)
            } else if line == state.fence {
                state.fence = ""
            }
        }
        #expect(outside.fence.isEmpty)
        for line in outside.lines {
            #expect(!line.contains("<script"))
            #expect(!line.contains("](javascript:"))
            #expect(!line.contains("@everyone"))
        }
        #expect(text.utf8.count < 1_048_576)
    }
}
