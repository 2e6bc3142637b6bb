import Classifier
import Foundation
import Incident
import Testing

@Suite struct FixIts {
    struct Edit: Hashable, CustomStringConvertible {
        var line: Int
        var columns: Range<Int>
        var text: String
        var description: String { "\(line):\(columns) \(text.debugDescription)" }
    }

    struct Row: Sendable {
        var recorded: String
        var edits: [Edit]
    }

    static let rows: [Row] = [
        Row(recorded: "let_mutated", edits: [Edit(line: 2, columns: 5..<8, text: "var")]),
        Row(recorded: "tabs", edits: [Edit(line: 2, columns: 2..<5, text: "var")]),
        Row(recorded: "missing_override", edits: [Edit(line: 3, columns: 5..<5, text: "override ")]),
        Row(recorded: "missing_label", edits: [Edit(line: 2, columns: 20..<20, text: "named: ")]),
        Row(
            recorded: "wrong_type",
            edits: [
                Edit(line: 3, columns: 12..<12, text: "Double("), Edit(line: 3, columns: 13..<13, text: ")"),
            ]),
        Row(recorded: "assignment_in_condition", edits: [Edit(line: 2, columns: 10..<11, text: "==")]),
        Row(recorded: "async_call", edits: [Edit(line: 2, columns: 9..<9, text: " async")]),
        Row(recorded: "separated_operator", edits: [Edit(line: 2, columns: 13..<14, text: "")]),
        Row(
            recorded: "optional_not_unwrapped",
            edits: [
                Edit(line: 2, columns: 19..<19, text: "("),
                Edit(line: 2, columns: 24..<24, text: " ?? <#default value#>)"),
                Edit(line: 2, columns: 24..<24, text: "!"),
            ]),
        Row(
            recorded: "throwing_call",
            edits: [
                Edit(line: 2, columns: 26..<26, text: "try "), Edit(line: 2, columns: 26..<26, text: "try? "),
                Edit(line: 2, columns: 26..<26, text: "try! "),
            ]),
        Row(recorded: "missing_case", edits: []),
        Row(recorded: "misspelt_name", edits: []),
    ]

    @Test(arguments: rows)
    func the_drawing_below_a_recorded_diagnostic_gives_its_edits(_ row: Row) throws {
        let recorded = try #require(CorpusCase.all.first { $0.name == "build_error__" + row.recorded })
        let found = Classifier().classify(recorded.evidence).flatMap(\.fixIts)
        let edits = found.map {
            Edit(line: $0.line, columns: $0.startColumn..<$0.endColumn, text: $0.replacement)
        }
        #expect(edits == row.edits)
        #expect(found.allSatisfy { $0.file == "Sources/Logic/Broken.swift" && !$0.message.isEmpty })
    }

    @Test func notes_about_missing_cases_stand_among_the_evidence() throws {
        for name in ["missing_case", "default_style_raw"] {
            let recorded = try #require(CorpusCase.all.first { $0.name == "build_error__" + name })
            let evidence = Classifier().classify(recorded.evidence).flatMap(\.evidence)
            #expect(evidence.contains { $0.contains("note: add missing case: '.b'") }, "\(name)")
        }
    }
}
