import Foundation
import SourceEdit
import Testing

@Suite struct SchemaTests {
    private func sample(_ text: String, _ changes: [Sample.Change]) -> Sample {
        Sample(name: "s", text: text, changes: changes)
    }

    /// The woven text without the declarations at its end.
    private func body(_ woven: Woven) -> String {
        woven.text.components(separatedBy: "@_silgen_name").first ?? ""
    }

    @Test func what_inlinable_code_used_stays_usable_unless_it_is_public() {
        let text = """
            public extension Kit {
                @inlinable package func one() -> Int { 1 + 1 }
                @inlinable func two() -> Int { 2 + 2 }
            }
            package extension Kit {
                @inlinable var three: Int { 3 + 3 }
                @inlinable @usableFromInline func four() -> Int { 4 + 4 }
            }
            """
        let woven = Schema(file: SourceFile(path: "a.swift", text: text), mutations: [], probes: .statements)
            .rendered()
        let heads = woven.text.split(separator: "\n").prefix(7).map {
            $0.drop { $0 == " " }.prefix { $0 != "{" }
        }
        #expect(heads[1] == "@usableFromInline package func one() -> Int ")
        #expect(heads[2] == "func two() -> Int ")
        #expect(heads[5] == "@usableFromInline var three: Int ")
        #expect(heads[6] == "@usableFromInline func four() -> Int ")
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
