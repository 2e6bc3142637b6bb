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

    private func batch(_ clinic: Clinic? = nil) -> VariantBatch {
        let clinic = clinic ?? self.clinic
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

    @Test(arguments: [
        "func half<Number: BinaryInteger>(_ n: Number) -> Number {",
        "func half(_ n: some BinaryInteger) -> Int {",
        "@inlinable func half(_ n: Int) -> Int {", "subscript<Number: BinaryInteger>(n: Number) -> Number {",
    ])
    func generic_and_copied_bodies_choose_outside_of_themselves(_ head: String) throws {
        let clinic = Clinic(source: "struct Kit {\n    \(head)\n        100 / n\n    }\n}\n", test: "")
        for chooser in [VariantBatch.Chooser.environment, .forkServer] {
            let file = try #require(batch(clinic).rendered(by: chooser).first)
            #expect(!SourceFile(path: "x", text: file.text).tree.hasError)
            #expect(file.text.contains("switch __healingLabVariant() {") && !file.text.contains("@inlinable"))
            #expect(file.text.contains("nonisolated fileprivate func __healingLabVariant()"))
            #expect(!file.text.contains("enum HealingLabVariant"))
        }
    }

    @Test func attributes_are_left_out_once_for_both_accessors_of_a_property() throws {
        let source = """
            struct Kit {
                @inlinable var half: Int {
                    get { 100 / n }
                    set { n = 100 / newValue }
                }
                var n = 1
            }

            """
        let patient = PatientSource(
            sources: [SourceFile(path: "Sources/Kit/Kit.swift", text: source)], tests: [])
        let candidates = ["100 / n }", "100 / newValue"].map { place in
            let offset = source.utf8.distance(
                from: source.startIndex, to: source.firstRange(of: place)?.lowerBound ?? source.startIndex)
            let edit = TextEdit(offset..<offset + 3, "200")
            return Candidate(
                fixer: "x", rationale: "x", edits: [FileEdit(path: "Sources/Kit/Kit.swift", edits: [edit])])
        }
        let file = try #require(VariantBatch(candidates, in: patient).rendered().first)
        #expect(!SourceFile(path: "x", text: file.text).tree.hasError)
        #expect(file.text.contains("    @usableFromInline var half: Int {\n        get {"))
        #expect(file.text.contains("200 / n") && file.text.contains("n = 200 / newValue"))
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
