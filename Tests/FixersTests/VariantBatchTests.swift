import Fixers
import Incident
import SourceEdit
import SwiftSyntax
import Testing

@Suite struct VariantBatchTests {
    private let clinic = Clinic(
        source: """
            struct Kit {
                func half(_ n: Int) -> Int {
                    100 / n
                }
            }

            """, test: "")

    private func batch() -> VariantBatch {
        let diagnosis = clinic.diagnosis(.zeroDivision, at: "100 / n")
        return VariantBatch(FixerCatalogue.candidates(for: diagnosis, in: clinic.patient), in: clinic.patient)
    }

    @Test func the_rendered_file_parses_and_holds_every_variant_and_the_original() throws {
        let batch = batch()
        let file = try #require(batch.rendered().first)
        #expect(!SourceFile(path: "x", text: file.text).tree.hasError)
        for number in 1...batch.candidates.count { #expect(file.text.contains("case \(number):\n")) }
        #expect(file.text.contains("default:\n\n        return 100 / n"))
    }

    @Test func a_line_of_the_rendered_file_tells_its_variant() throws {
        let batch = batch()
        let file = try #require(batch.rendered().first)
        let rows = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        let second = try #require(rows.firstIndex(of: "case 2:"))
        #expect(file.variant(atLine: second + 3) == 2)
        #expect(file.variant(atLine: 1) == nil)
    }

    @Test func a_fork_server_chooses_at_the_one_place_that_it_knows() throws {
        let file = try #require(batch().rendered(by: .forkServer).first)
        #expect(!SourceFile(path: "x", text: file.text).tree.hasError)
        #expect(file.text.contains("healing_lab_pick") && !file.text.contains("getenv"))
        #expect(file.text.contains("pick(\(VariantBatch.place))"))
    }

    @Test func a_dropped_variant_is_not_rendered() throws {
        let batch = batch()
        let file = try #require(batch.rendered(without: [1]).first)
        #expect(!file.text.contains("case 1:\n"))
        #expect(file.text.contains("case 2:\n"))
    }

    @Test func an_edit_outside_of_functions_is_left_to_a_build_of_its_own() {
        let candidate = Candidate(
            fixer: "x", rationale: "x",
            edits: [FileEdit(path: "Sources/Kit/Kit.swift", edits: [.insert("import Foundation\n", at: 0)])])
        let batch = VariantBatch([candidate], in: clinic.patient)
        #expect(batch.candidates.isEmpty)
        #expect(batch.others == [candidate])
    }
}
