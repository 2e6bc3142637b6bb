import Foundation
import SourceEdit
import Testing

@Suite struct ProbeTests {
    private func woven(_ text: String, _ probes: Schema.Probes) -> Woven {
        Schema(file: SourceFile(path: "a.swift", text: text), mutations: [], probes: probes, firstUnit: 7)
            .rendered()
    }

    @Test func statements_have_a_probe_each_and_keep_their_lines() throws {
        let text = """
            func f(_ a: Int) -> Int {
                var b = a
                if a > 1,
                    a < 9
                {
                    b += 1
                }
                return b
            }
            """
        let woven = woven(text, .statements)
        #expect(woven.probes.map(\.id) == [7, 8, 9, 10])
        #expect(woven.probes.map(\.lines) == [2...2, 3...5, 6...6, 8...8])
        #expect(Set(woven.probes.map(\.function)) == ["f(_:)"])
        let lines = woven.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[1] == "    __healing_lab_hit(7); var b = a")
        #expect(lines[7] == "    __healing_lab_hit(10); return b")
    }

    @Test func a_body_of_one_expression_says_return_behind_its_probe() {
        let woven = woven(
            "var a: Int { 1 + 2 }\nfunc f() -> Never { fatalError() }\nfunc g() { f() }", .statements)
        #expect(woven.text.hasPrefix("var a: Int { __healing_lab_hit(7); return 1 + 2 }\n"))
        #expect(woven.text.contains("{ __healing_lab_hit(8); fatalError() }"))
        #expect(woven.text.contains("{ __healing_lab_hit(9); f() }"))
    }

    @Test func closures_of_one_expression_branches_that_are_values_and_builders_have_no_probe() {
        let woven = woven(
            """
            func f(_ a: [Int]) -> Int {
                let b = a.map { $0 + 1 }
                let c = if b.isEmpty { 1 } else { 2 }
                return c
            }
            @Lines var lines: [String] { "a"; "b" }
            """, .statements)
        #expect(woven.probes.map(\.lines) == [2...2, 3...3, 4...4])
    }

    @Test func every_branch_of_a_chain_has_its_probes_unless_the_chain_is_a_value() {
        let woven = woven(
            """
            func f(_ a: Int) -> Int {
                var b = 0
                if a > 1 {
                    b += 1
                } else if a > 0 {
                    b += 2
                } else {
                    b += 3
                }
                let c = if a > 1 { 1 } else if a > 0 { 2 } else { 3 }
                return b + c
            }
            """, .statements)
        // The condition in line 5 goes by the probe of the chain.
        #expect(
            woven.probes.map(\.lines) == [2...2, 3...3, 4...4, 6...6, 8...8, 10...10, 11...11, 5...5])
        #expect(woven.probes.last?.id == woven.probes[1].id)
        #expect(woven.text.split(separator: "__healing_lab_hit(").count - 1 == 8)
    }

    @Test func functions_have_one_probe_that_covers_them() {
        let woven = woven("func f() {\n    let a = 1\n    print(a)\n}\nfunc g() {}\n", .functions)
        #expect(woven.probes == [Woven.Probe(id: 7, lines: 1...4, function: "f()")])
    }

    @Test func a_refused_probe_is_left_out() throws {
        let schema = Schema(
            file: SourceFile(path: "a.swift", text: "func f() {\n    g()\n    h()\n}\n"), mutations: [],
            probes: .statements)
        let woven = schema.rendered()
        let problem = CompilerNotes.Problem(path: "a.swift", line: 3, column: 6, message: "something")
        let blame = schema.blame([problem], in: woven)
        #expect(blame.escalate == [2])
        #expect(schema.rendered(escalating: [2]).probes.map(\.id) == [1])
    }

    @Test func a_result_builder_that_refuses_one_probe_is_left_all_of_them() throws {
        let schema = Schema(
            file: SourceFile(
                path: "a.swift",
                text: "func f() {\n    g()\n    h()\n    i()\n}\nfunc j() {\n    g()\n}\n"), mutations: [],
            probes: .statements)
        let woven = schema.rendered()
        let problem = CompilerNotes.Problem(
            path: "a.swift", line: 2, column: 6,
            message: "no exact matches in call to static method 'buildExpression'")
        #expect(schema.blame([problem], in: woven).escalate == [1, 2, 3])
        #expect(schema.rendered(escalating: [1, 2, 3]).probes.map(\.id) == [4])
    }

    @Test func probes_and_variants_together_compile_and_note_what_ran() throws {
        let sample = Sample(
            name: "probed",
            text: """
                func half(_ value: Int) -> Int {
                    if value % 2 == 0 {
                        return value / 2
                    }
                    return -1
                }
                func ready(_ values: [Int]) -> [Bool] {
                    values.map { value in
                        let limit = 3
                        return value > limit
                    }
                }
                public func entry() { print(half(4), ready([4])) }
                """,
            changes: [.replace("value / 2", "value / 4"), .replace("value > limit", "value < limit")])
        let loom = try Loom()
        let woven = try loom.settle(sample, "woven", probes: .statements).woven
        try loom.link(["woven"], [woven], script: false, "all")
        let noted = try loom.run("./all", ["woven"], environment: ["NOTED": "1"]).output
        let hit = noted.split(separator: "\n").compactMap {
            $0.hasPrefix("hit ") ? Int32($0.dropFirst(4)) : nil
        }
        let lines = woven.probes.filter { hit.contains($0.id) }.map(\.lines.lowerBound)
        #expect(lines.sorted() == [2, 3, 8, 9, 10, 13])
        #expect(noted.hasSuffix("2 [true]\n"))
        #expect(try loom.outcome("all", "woven", chosen: 1).output == "1 [true]\n")
        #expect(try loom.outcome("all", "woven", chosen: 2).output == "2 [false]\n")
    }

    @Test(arguments: Sample.all)
    func probes_change_nothing_of_what_a_program_prints(_ sample: Sample) throws {
        let loom = try Loom()
        let (woven, rounds) = try loom.settle(sample, "woven", probes: .statements)
        #expect(rounds <= 6)
        #expect(!woven.probes.isEmpty)
        #expect(try loom.compile(sample, sample.text, "plain0").status == 0)
        try loom.link(["woven"], [woven], script: sample.isScript, "program-woven")
        try loom.link(["plain0"], [], script: sample.isScript, "program-plain0")
        let key = sample.isScript ? "" : "plain0"
        let expected = try loom.outcome("program-plain0", key)
        #expect(try loom.outcome("program-woven", sample.isScript ? "" : "woven") == expected)
    }
}
