import Foundation
import SourceEdit
import Testing

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

    @Test func an_endless_loop_at_the_end_is_left_by_a_break_in_it_and_by_a_switch_around_its_condition()
        throws
    {
        let sample = Sample(
            name: "s",
            text: """
                func f(_ a: Int) -> Int {
                    var b = a
                    while true {
                        b += 1
                        if b > 9 { return b }
                        print(b)
                \(String(repeating: "        print(b, a)\n", count: 120))
                    }
                }
                """,
            changes: [
                .replace("b += 1", "if b == 3 { break }"), .replace("true", "b < 9"),
                .replace("print(b)", "for i in 0..<b { if i == 2 { break } }"),
            ])
        let schema = sample.schema()
        func blame(_ woven: Woven) throws -> Schema.Blame {
            let lines = woven.text.split(separator: "\n", omittingEmptySubsequences: false)
            let end = try #require(lines.firstIndex { $0.hasPrefix("@_silgen_name") })
            return schema.blame(
                [
                    CompilerNotes.Problem(
                        path: "Sample.swift", line: end, column: 1,
                        message: "missing return in global function")
                ], in: woven)
        }
        // The condition first: as long as a switch stands for it, nothing can be said of the rest.
        let first = try blame(schema.rendered())
        #expect(first.drop.isEmpty && !first.escalate.isEmpty)
        let second = try blame(schema.rendered(escalating: first.escalate))
        #expect(second.drop == [1, 2])
    }

    @Test func a_way_out_before_the_last_statement_does_not_fall_through() throws {
        let sample = Sample(
            name: "s",
            text: """
                func f(_ a: Int) -> Int {
                    switch a {
                    case 0: return 1
                    default:
                        return a
                    }
                }
                """,
            changes: [
                .replace("return a\n", "if a < 0 { return 0 }\n        return a\n"),
                .replace("return 1", "print(1)"),
            ])
        let schema = sample.schema()
        let woven = schema.rendered()
        let lines = woven.text.split(separator: "\n", omittingEmptySubsequences: false)
        let end = try #require(lines.firstIndex { $0.hasPrefix("@_silgen_name") })
        let problem = CompilerNotes.Problem(
            path: "Sample.swift", line: end, column: 1, message: "missing return in global function")
        #expect(schema.blame([problem], in: woven).drop == [2])
    }

    @Test func what_is_left_out_with_an_error_that_nobody_explains_is_its_function() throws {
        let sample = Sample(
            name: "s", text: "func f() { print(1) }\nfunc g() { print(2) }\n",
            changes: [.replace("print(1)", "print(3)"), .replace("print(2)", "print(4)")])
        let schema = sample.schema()
        let woven = schema.rendered()
        let lines = woven.text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("print(4)") })
        let problem = CompilerNotes.Problem(path: "Sample.swift", line: line + 1, column: 1, message: "odd")
        #expect(schema.neighbours(of: [problem], in: woven) == [2])
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
