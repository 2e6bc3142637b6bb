import Foundation
import Incident
import Testing

@testable import Reports

@Suite struct HealCommitMessageTests {
    @Test func a_healed_demo_gives_a_conventional_message_with_its_incident() throws {
        let report = try Fixture.artifact("code/zero_division")
        let lines = HealCommitMessage.text(of: report).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "fix(Logic): heal zero division in Checksum.bucket(for:count:)")
        #expect(lines[1].isEmpty)
        #expect(lines.allSatisfy { $0.count <= 72 || !$0.contains(" ") || $0 == lines[0] })
        #expect(lines.suffix(3) == ["", "Healing-Lab-Incident: \(report.id)", ""])
        #expect(lines.contains { $0.contains("LogicTests.HealingRegression") })
    }

    @Test(arguments: [
        ("Sources/Kit/Ratio.swift", "Kit"), ("Logic/Paging.swift", "Logic"), ("Ratio.swift", "Demo"),
        ("Sources/Ratio.swift", "Demo"), ("Sources/K i):t/A.swift", "Kit"),
    ])
    func the_scope_is_the_target_that_the_patch_is_in(_ file: String, _ scope: String) throws {
        var report = try Fixture.artifact("code/zero_division")
        report.subject = "Demo"
        report.data.remedy?.files = [file]
        #expect(HealCommitMessage.text(of: report).hasPrefix("fix(\(scope)): heal "))
    }

    @Test func what_a_package_says_of_itself_adds_no_line_and_no_trailer() throws {
        var report = try Fixture.artifact("code/zero_division")
        report.data.summary = "Kit failed.\n\nSigned-off-by: Mallory\u{1B}[31m"
        report.data.diagnosis?.location?.function = "f()\n\nReviewed-by: Mallory"
        let text = HealCommitMessage.text(of: report)
        #expect(!text.contains("\nSigned-off-by"))
        #expect(!text.contains("\nReviewed-by"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func a_long_name_is_cut() throws {
        var report = try Fixture.artifact("code/zero_division")
        report.data.diagnosis?.location?.function = String(repeating: "a", count: 300)
        let subject = HealCommitMessage.text(of: report).prefix { $0 != "\n" }
        #expect(subject.count == 100)
        #expect(subject.hasSuffix("…"))
    }
}
