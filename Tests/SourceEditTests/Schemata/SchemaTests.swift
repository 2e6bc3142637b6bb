import Foundation
import SourceEdit
import SwiftSyntax
import Testing

@Suite struct SchemaTests {
    private func sample(_ text: String, _ changes: [Sample.Change]) -> Sample {
        Sample(name: "s", text: text, changes: changes)
    }

    /// The woven text without the declarations at its end.
    private func body(_ woven: Woven) -> String {
        woven.text.components(separatedBy: "@_silgen_name").first ?? ""
    }

    @Test func a_statement_is_there_once_for_each_change_of_it() {
        let sample = sample(
            "func f(_ a: Int) {\n    print(a + 1)\n    print(0)\n}\n",
            [.replace("a + 1", "a - 1"), .replace("a + 1", "a"), .replace("print(0)", "")])
        let woven = sample.schema().rendered()
        #expect(
            body(woven) == """
                func f(_ a: Int) {
                    if __healing_lab_off(1) {
                print(a + 1)
                } else if __healing_lab_is(1, 1) {
                print(a - 1)
                } else {
                print(a)
                }
                    if __healing_lab_off(3) {
                print(0)
                } else {

                }
                }

                """)
        #expect(
            woven.units == [
                Woven.WovenUnit(id: 1, lines: 2...2, numbers: [1, 2]),
                Woven.WovenUnit(id: 3, lines: 3...3, numbers: [3]),
            ])
        #expect(woven.placed == [1: 1, 2: 1, 3: 3])
        #expect(woven.unwoven.isEmpty)
    }

    @Test func a_file_without_mutations_and_probes_stays_as_it_is() {
        let text = "let a = 1\r\nfunc f() {}"
        let schema = Schema(file: SourceFile(path: "a.swift", text: text), mutations: [])
        #expect(schema.rendered().text == text)
        #expect(schema.nextUnit == 1)
    }

    @Test func unit_ids_go_on_from_file_to_file() {
        let one = sample("func f() { print(1); print(2) }", [.replace("1", "2"), .replace("print(2)", "")])
        let first = Schema(file: SourceFile(path: "Sample.swift", text: one.text), mutations: one.mutations)
        let second = Schema(
            file: SourceFile(path: "Sample.swift", text: one.text), mutations: one.mutations,
            probes: .statements,
            firstUnit: first.nextUnit)
        let ids = first.rendered().units.map(\.id)
        let others = second.rendered().units.map(\.id) + second.rendered().probes.map(\.id)
        #expect(Set(ids).isDisjoint(with: others))
        #expect(Set(others).count == 4)
        #expect((others.max() ?? 0) < second.nextUnit)
    }

    @Test func every_place_of_a_woven_file_is_known() throws {
        let sample = sample(
            "func f(_ a: Int) -> Int {\n    let b = 1\n    return a + b\n}\n", [.replace("a + b", "a -\n b")])
        let woven = sample.schema(.statements).rendered()
        let lines = woven.text.split(separator: "\n", omittingEmptySubsequences: false)
        func owner(_ text: String, _ within: Int = 0) throws -> (Woven.Owner, Int) {
            let line = try #require(lines.firstIndex { $0.contains(text) })
            let before =
                lines[line].utf8.count - (lines[line].components(separatedBy: text).last ?? "").utf8.count
            let place = woven.place(line: line + 1, column: before - text.utf8.count + 1 + within)
            return (place.owner, place.line)
        }
        #expect(try owner("let b") == (.untouched, 2))
        #expect(try owner("__healing_lab_hit(") == (.probe(4), 2))
        #expect(try owner("return a + b", 3) == (.original(1), 3))
        #expect(try owner("return a -") == (.variant(1), 3))
        #expect(try owner("if __healing_lab_off(1)") == (.wrapper(1), 3))
    }

    @Test func changes_outside_of_bodies_and_broken_ones_are_told_with_a_reason() {
        let sample = sample(
            """
            struct S<T> { func f(a: Int = 1) {
                guard a > 2 else { return }
                let b = 7
                print(b)
            } }
            """,
            [
                .replace("<T>", "<U>"), .replace("a > 2", "a >"), .replace("a: Int = 1", "a: Int = 2"),
                .replace("print(b)", "let b = 3; print(b)"),
            ])
        let woven = sample.schema().rendered()
        #expect(woven.placed.isEmpty)
        #expect(
            woven.unwoven.map(\.reason) == [.outsideOfBodies, .notOneStretch, .outsideOfBodies, .redeclares])
    }

    @Test func a_result_builder_with_an_opaque_result_is_not_woven() {
        let sample = sample("@Lines var body: some Page { \"a\"; \"b\" }", [.replace("\"a\"", "\"c\"")])
        #expect(sample.schema().rendered().unwoven.map(\.reason) == [.resultBuilder])
    }

    @Test func statements_that_change_places_in_a_row_become_one_unit() {
        let sample = sample(
            "func f() {\n    a()\n    b()\n    c()\n    d()\n}\n",
            [
                .both([.replace("a()", "b()"), .replace("b()", "a()")]),
                .both([.replace("b()", "c()"), .replace("c()", "b()")]), .replace("d()", "e()"),
            ])
        let units = sample.schema().rendered().units
        #expect(units.map(\.lines) == [2...4, 5...5])
        #expect(units.map(\.numbers) == [[1, 2], [3]])
    }

    @Test func macros_are_given_whole_statements() {
        let sample = sample(
            "func f(_ a: [Int]) { #expect(a.map { $0 + 1 } == [2]) }", [.replace("$0 + 1", "$0 - 1")])
        #expect(
            body(sample.schema().rendered()).contains(
                "} else {\n#expect(a.map { $0 - 1 } == [2])\n}"))
    }

    @Test func the_unlikeliest_of_too_many_changes_of_a_large_piece_are_left_out() {
        let filler = padding(60_000)
        let sample = sample(
            "func f(_ a: Int) {\n    if case 1 = a {\n\(filler)\n    }\n}\n",
            (2...9).map { .replace("case 1", "case \($0)") })
        let woven = sample.schema().rendered()
        #expect(woven.units.map(\.numbers) == [[1, 2, 3]])
        #expect(woven.unwoven.map(\.number) == [4, 5, 6, 7, 8])
        #expect(woven.unwoven.allSatisfy { $0.reason == .tooMuchCode })
    }

    @Test func dropped_mutations_are_gone_and_escalated_units_give_way_to_the_next() {
        let sample = sample(
            "func f(_ a: Int) -> Int {\n    let b = a + 1\n    let c = 2\n    return b * c\n}\n",
            [.replace("a + 1", "a - 1"), .replace("a + 1", "a"), .replace("c = 2", "c = 3")])
        let schema = sample.schema()
        let first = schema.rendered()
        #expect(first.placed.count == 3)
        var escalated: Set<Int32> = []
        var lines: [ClosedRange<Int>] = []
        while let unit = schema.rendered(dropping: [2], escalating: escalated).placed[1] {
            let woven = schema.rendered(dropping: [2], escalating: escalated)
            lines += woven.units.filter { $0.id == unit }.map(\.lines)
            #expect(!woven.text.contains("__healing_lab_is(\(unit), 2)"))
            escalated.insert(unit)
        }
        #expect(lines == [2...2, 2...4])
        let last = schema.rendered(dropping: [2], escalating: escalated)
        #expect(last.unwoven.map(\.reason).contains(.wrapperRefused))
    }
}

@Suite struct BlameTests {
    private let sample = Sample(
        name: "s",
        text: """
            func f(_ a: Int) -> Int {
                let b: Int
                b = a
                for i in 0..<b { print(i) }
                return b + 1
            }
            """,
        changes: [
            .replace("b = a", "print(a)"), .replace("b + 1", "b - 1"), .replace("return b + 1", "print(b)"),
        ])

    private func blame(_ place: String, _ message: String, notes: [String] = []) throws -> Schema.Blame {
        let schema = sample.schema()
        let woven = schema.rendered()
        let lines = woven.text.split(separator: "\n", omittingEmptySubsequences: false)
        func find(_ place: String) throws -> (Int, Int) {
            let line = try #require(lines.firstIndex { $0.contains(place) })
            let column =
                lines[line].utf8.count - (lines[line].components(separatedBy: place).last ?? "").utf8.count
            return (line + 1, column - place.utf8.count + 1)
        }
        let (line, column) = try find(place)
        let told = try notes.map { note in
            let (line, column) = try find(note)
            return CompilerNotes.Note(path: "Sample.swift", line: line, column: column, message: "here")
        }
        return schema.blame(
            [
                CompilerNotes.Problem(
                    path: "Sample.swift", line: line, column: column, message: message, notes: told)
            ],
            in: woven)
    }

    @Test func an_error_in_a_variant_drops_it() throws {
        #expect(try blame("return b - 1", "no").drop == [2])
        #expect(
            try blame("b - 1", "the compiler is unable to type-check this expression in reasonable time").drop
                == [2])
    }

    @Test func an_error_in_the_original_or_around_it_leaves_the_placement() throws {
        let found = try blame("return b + 1", "no")
        #expect(found.drop.isEmpty)
        #expect(found.escalate.count == 1)
        #expect(try blame("} else if __healing_lab_is(3, 2)", "no").escalate == found.escalate)
    }

    @Test func a_missing_return_is_told_at_the_end_and_caused_by_what_falls_through() throws {
        let woven = sample.schema().rendered()
        let lines = woven.text.split(separator: "\n", omittingEmptySubsequences: false)
        let end = try #require(lines.firstIndex { $0.hasPrefix("@_silgen_name") })
        let problem = CompilerNotes.Problem(
            path: "Sample.swift", line: end, column: 1, message: "missing return in global function")
        #expect(sample.schema().blame([problem], in: woven).drop == [3])
    }

    @Test func a_name_without_a_value_is_the_fault_of_who_does_not_assign_it() throws {
        #expect(try blame("return b - 1", "constant 'b' used before being initialized").drop == [1])
        #expect(try blame("for i in 0..<b", "constant 'b' used before being initialized").drop == [1])
    }

    @Test func an_error_outside_of_all_units_is_explained_by_its_notes_or_by_the_function_around() throws {
        #expect(try blame("for i in", "odd", notes: ["return b - 1"]).drop == [2])
        let found = try blame("for i in", "odd")
        #expect(found.drop.isEmpty)
        #expect(found.escalate.count == 2)
        #expect(found.unexplained.isEmpty)
    }

    @Test func an_error_of_another_function_is_not_explained() {
        let schema = Sample(
            name: "s", text: "func f() {\n    g()\n}\nfunc h() {\n    k()\n}\n",
            changes: [.replace("g()", "h()")]
        ).schema()
        let woven = schema.rendered()
        let line = woven.text.split(separator: "\n").firstIndex { $0.contains("k()") } ?? 0
        let problem = CompilerNotes.Problem(path: "Sample.swift", line: line + 1, column: 5, message: "no")
        #expect(schema.blame([problem], in: woven).unexplained == [problem])
        #expect(schema.blame([problem], in: woven).isEmpty)
    }

    @Test func whatever_the_errors_are_the_loop_ends() {
        let schema = Sample.loops.schema(.statements)
        var dropped: Set<Int32> = []
        var escalated: Set<Int32> = []
        var seed: UInt64 = 7
        var rounds = 0
        while rounds < 1_000 {
            let woven = schema.rendered(dropping: dropped, escalating: escalated)
            seed = seed &* 6_364_136_223_846_793_005 &+ 1
            let line = Int(seed >> 33) % woven.wovenLines + 1
            let problem = CompilerNotes.Problem(path: "Sample.swift", line: line, column: 3, message: "odd")
            let blame = schema.blame([problem], in: woven)
            if blame.isEmpty, blame.unexplained.isEmpty { break }
            #expect(blame.drop.isDisjoint(with: dropped))
            #expect(blame.escalate.isDisjoint(with: escalated))
            if woven.units.isEmpty, woven.probes.isEmpty { break }
            dropped.formUnion(blame.drop)
            escalated.formUnion(blame.escalate)
            rounds += 1
        }
        #expect(rounds < 1_000)
    }
}

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
            if let out = ProcessInfo.processInfo.environment["COST_OUT"] {
                try? woven.text.write(toFile: "\(out)\(round).swift", atomically: true, encoding: .utf8)
            }
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
