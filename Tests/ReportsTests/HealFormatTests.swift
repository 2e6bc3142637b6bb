import Foundation
import Incident
import Testing

@testable import Reports

/// Each form is read back by a parser that is not ours.
@Suite struct HealFormatTests {
    private static let before = "enum Ratio {\n    static func share() -> Int { 1 / 0 }\n}\n"
    private static let after = "enum Ratio {\n    // guarded\n    static func share() -> Int { 0 }\n}\n"

    private func healed(_ prefix: String = "packages/kit/") throws -> HealFindings {
        let report = try Fixture.artifact("code/zero_division")
        let file = try #require(report.data.remedy?.files.first)
        return HealFindings(
            report: report, toolVersion: "1.0.0", prefix: prefix,
            changes: [
                .init(path: file, before: Self.before, after: Self.after),
                .init(path: "Tests/New.swift", before: nil, after: "// new\n"),
            ],
            diff: "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n")
    }

    private func failed() throws -> HealFindings {
        var heal = try healed("")
        heal.report.data.verdict = .notHealed
        heal.changes = []
        heal.diff = ""
        return heal
    }

    /// With what a package could say to break out of a form.
    private func hostile() throws -> HealFindings {
        var heal = try healed()
        let evil = "]]></failure><script>alert(1)</script>\r\n::error::x %0A,:|`\u{1B}[31m\u{202E}@everyone"
        heal.report.subject = evil
        heal.report.data.summary = evil
        heal.report.data.remedy?.rationale = evil
        heal.report.data.diagnosis?.evidence = [evil + String(repeating: "x", count: 1 << 20)]
        heal.report.data.diagnosis?.location?.file = "Sources/a b,c:d%.swift"
        heal.report.data.verification.testsBefore?.failing = [evil + "/" + evil]
        heal.diff += "+" + evil + "\n"
        return heal
    }

    private func object(_ format: HealFormat, _ heal: HealFindings) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(format.text(of: heal).utf8))
    }

    @Test(arguments: HealFormat.allCases)
    func hostile_texts_stay_texts_and_short(_ format: HealFormat) throws {
        let text = format.text(of: try hostile())
        #expect(text.hasSuffix("\n"))
        #expect(text.utf8.count < 64 << 10)
        let hidden = text.unicodeScalars.filter {
            $0 != "\n" && $0 != "\t" && Visible.text(String($0)) != String($0)
        }
        #expect(hidden.isEmpty)
        switch format {
        case .sarif, .gitlab: _ = try object(format, hostile())
        case .junit: #expect(try XMLReader.read(text).allSatisfy { $0.name != "script" })
        case .github:
            #expect(
                text.split(separator: "\n").allSatisfy {
                    $0.hasPrefix("::error file=packages/kit/Sources/a b%2Cc%3Ad%25.swift,")
                })
        case .markdown: #expect(!text.split(separator: "```")[0].contains("<script"))
        }
    }

    @Test func sarif_holds_the_patch_as_a_fix_that_gives_the_healed_file() throws {
        let heal = try healed()
        let log = try #require(try object(.sarif, heal) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleId"] as? String == "zero_division")
        let location = try #require((result["locations"] as? [[String: Any]])?.first)
        let place = try #require(location["physicalLocation"] as? [String: [String: Any]])
        #expect(place["artifactLocation"]?["uri"] as? String == "packages/kit/Logic/Checksum.swift")
        #expect(place["region"]?["startLine"] as? Int == 15)
        let fix = try #require((result["fixes"] as? [[String: Any]])?.first)
        let changes = try #require(fix["artifactChanges"] as? [[String: Any]])
        // The new test file has no region to replace.
        #expect(changes.count == 1)
        let replacement = try #require((changes[0]["replacements"] as? [[String: Any]])?.first)
        #expect(try applied(replacement, to: Self.before) == Self.after)
    }

    private func applied(_ replacement: [String: Any], to text: String) throws -> String {
        let region = try #require(replacement["deletedRegion"] as? [String: Int])
        let content = try #require((replacement["insertedContent"] as? [String: String])?["text"])
        func offset(_ line: Int, _ column: Int) -> Int {
            // By units: a carriage return before a line end is a column of its own.
            let lines = text.utf16.split(separator: 10, omittingEmptySubsequences: false)
            return lines.prefix(line - 1).reduce(0) { $0 + $1.count + 1 } + column - 1
        }
        let units = Array(text.utf16)
        let start = offset(region["startLine"] ?? 1, region["startColumn"] ?? 1)
        let end = offset(region["endLine"] ?? 1, region["endColumn"] ?? 1)
        return String(decoding: units[..<start] + Array(content.utf16) + units[end...], as: UTF16.self)
    }

    @Test(arguments: [
        ("a\nb\nc\n", "a\nX\nc\n"), ("a\nb\n", "a\nb\nc\n"), ("a\nb", "a\nb\nc"), ("a\nb", "a\nX"),
        ("a\n", ""),
        ("", "a\n"), ("a\nb\nb\n", "a\nb\n"), ("é😀\nx", "é😀\ny"), ("a\n\n\nb\n", "a\n\nb\n"), ("a", "b"),
        ("a\r\nb\r\n", "a\r\nc\r\nb\r\n"),
    ])
    func a_replacement_of_lines_gives_the_new_text(_ before: String, _ after: String) throws {
        let replacement = LineReplacement(from: before, to: after)
        let json = try JSONEncoder().encode(
            SARIF.Replacement(
                deletedRegion: replacement.region, insertedContent: .init(text: replacement.text)))
        let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(try applied(object, to: before) == after)
    }

    @Test func without_a_patch_there_is_a_result_and_no_fix() throws {
        let text = HealSARIF.text(of: try failed())
        #expect(text.contains("no patch that it could prove"))
        #expect(!text.contains("\"fixes\""))
    }

    @Test func tests_that_pass_leave_no_result_and_a_passing_case() throws {
        var heal = try failed()
        heal.report.data.verdict = .nothingToHeal
        heal.report.data.diagnosis = nil
        heal.report.data.verification.testsBefore?.failing = []
        #expect(HealSARIF.text(of: heal).contains("\"results\" : [\n\n      ]"))
        #expect(HealCodeQuality.text(of: heal) == "[\n\n]\n")
        #expect(HealAnnotations.text(of: heal).hasPrefix("::notice title=lab heal%3A nothing to heal::"))
        let elements = try XMLReader.read(HealJUnit.text(of: heal))
        #expect(elements.count { $0.name == "testcase" } == 1)
        #expect(!elements.contains { $0.name == "failure" })
    }

    @Test func junit_counts_what_it_holds() throws {
        for (heal, failures) in [(try healed(), 1), (try failed(), 2)] {
            let elements = try XMLReader.read(HealJUnit.text(of: heal))
            let total = try #require(elements.first { $0.name == "testsuites" }).attributes
            #expect(total["tests"] == "\(elements.count { $0.name == "testcase" })")
            #expect(total["failures"] == "\(failures)")
            #expect(elements.count { $0.name == "failure" } == failures)
        }
        var unbuilt = try failed()
        unbuilt.report.data.verification.testsBefore = nil
        let elements = try XMLReader.read(HealJUnit.text(of: unbuilt))
        #expect(elements.count { $0.name == "error" } == 1)
        #expect(elements.first { $0.name == "testsuites" }?.attributes["errors"] == "1")
    }

    @Test func gitlab_takes_each_issue() throws {
        let issues = try #require(try object(.gitlab, healed()) as? [[String: Any]])
        #expect(issues.count == 1)
        let place = try #require(issues[0]["location"] as? [String: Any])
        #expect(place["path"] as? String == "packages/kit/Logic/Checksum.swift")
        #expect((place["lines"] as? [String: Int])?["begin"] == 15)
        #expect(issues[0]["severity"] as? String == "critical")
        #expect((issues[0]["fingerprint"] as? String)?.count == 32)
    }
}
