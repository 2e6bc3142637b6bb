import Foundation
import SourceEdit
import SwiftSyntax
import Testing

@Suite struct CostTests {
    /// Swaps each operator, number and name of a text for others, `limit` changes in all.
    static func mutations(_ text: String, path: String, limit: Int) -> [Schema.Numbered] {
        let file = SourceFile(path: path, text: text)
        let operators = [["+", "-", "*", "/", "%"], ["<", "<=", ">", ">=", "==", "!="], ["&&", "||"]]
        var edits: [TextEdit] = []
        for token in file.tree.tokens(viewMode: .sourceAccurate) {
            let range = token.spliceRange
            if let kind = operators.first(where: { $0.contains(token.text) }) {
                edits += kind.filter { $0 != token.text }.map { TextEdit(range, $0) }
            } else if let number = Int(token.text) {
                edits += [number + 1, number - 1, number * 2, -number, number + 7, number * 3].map {
                    TextEdit(range, "(\($0))")
                }
            } else if ["total", "index", "best", "limit"].contains(token.text) {
                edits += ["total", "index", "best", "limit"].filter { $0 != token.text }.map {
                    TextEdit(range, $0)
                }
            }
        }
        return edits.prefix(limit).enumerated().map { position, edit in
            Schema.Numbered(
                number: Int32(position + 1),
                mutation: Mutation(
                    operatorID: "x", path: path, edits: [edit], line: 1, column: 1, function: "",
                    original: "",
                    replacement: edit.replacement, summary: "", prior: 0.5))
        }
    }

    static let small = """
        public func search(_ values: [Int], _ limit: Int) -> Int {
            var total = 1
            var best = limit - 1
            for index in 0..<values.count {
                if values[index] > best && values[index] % 2 == 0 {
                    best = values[index] + total * 2
                } else if index > 3 || total <= limit {
                    total += values[index] - best / 4
                }
                while total > 100 + limit { total -= 7 + index }
            }
            let wide = values.map { $0 * 2 + limit }.filter { $0 > best - 1 }
            if wide.count >= 2 { return total + best - wide[0] * 3 }
            return total * 10 + best - limit
        }
        public func entry() { print(search([3, 8, 1, 9, 4, 12], 5), search([], 1)) }

        """

    @Test func four_hundred_changes_of_a_small_function_compile_in_seconds() throws {
        let mutations = Self.mutations(Self.small, path: "Sample.swift", limit: 400)
        let schema = Schema(file: SourceFile(path: "Sample.swift", text: Self.small), mutations: mutations)
        let loom = try Loom()
        let sample = Sample(name: "small", text: Self.small, changes: [])
        var dropped: Set<Int32> = []
        var escalated: Set<Int32> = []
        for round in 1...8 {
            let woven = schema.rendered(dropping: dropped, escalating: escalated)
            let clock = ContinuousClock()
            var result = (output: "", status: Int32(0))
            let time = try clock.measure { result = try loom.compile(sample, woven.text, "woven") }
            print("\(mutations.count) changes, \(woven.wovenLines) lines, build \(round): \(time)")
            if result.status == 0 {
                #expect(woven.placed.count > 250)
                #expect(woven.wovenLines < 3_500)
                return
            }
            let blame = schema.blame(
                CompilerNotes(result.output, root: loom.root + "/woven").problems, in: woven)
            try #require(!blame.isEmpty, "\(result.output.prefix(2_000))")
            dropped.formUnion(blame.drop)
            escalated.formUnion(blame.escalate)
        }
        Issue.record("does not settle")
    }

    @Test func weaving_takes_time_in_proportion_to_text_and_mutations() {
        var text = ""
        for index in 0..<190 { text += Self.small.replacingOccurrences(of: "search", with: "search\(index)") }
        let all = Self.mutations(text, path: "Sample.swift", limit: 60_000)
        let chosen = stride(from: 0, to: all.count, by: max(1, all.count / 2_000)).map { all[$0] }
        let file = SourceFile(path: "Sample.swift", text: text)
        let clock = ContinuousClock()
        var woven: Woven?
        var schema: Schema?
        let planned = clock.measure { schema = Schema(file: file, mutations: chosen, probes: .statements) }
        let rendered = clock.measure { woven = schema?.rendered() }
        let lines = text.utf8.count { $0 == 0x0A }
        print("\(lines) lines, \(chosen.count) changes: planned in \(planned), rendered in \(rendered)")
        #expect(woven.map { $0.placed.count + $0.unwoven.count } == chosen.count)
        #expect((woven?.wovenLines ?? .max) < 40_000)
    }
}
