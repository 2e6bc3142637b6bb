import SourceEdit
import SwiftSyntax
import Testing

/// What one family, or all of them, makes of a source.
struct Proposals {
    let file: SourceFile
    let mutations: [Mutation]

    init(
        _ source: String, _ families: String..., purpose: MutationScope.Purpose = .repair,
        lines: Set<Int>? = nil
    ) {
        file = SourceFile(path: "Sources/Kit/Kit.swift", text: source)
        mutations = OperatorCatalogue.mutations(
            in: file, module: Ingredients(module: [file]), lines: lines,
            operators: families.isEmpty ? nil : Set(families), purpose: purpose)
    }

    /// `old -> new` of every change.
    var changes: [String] { mutations.map { "\($0.original) -> \($0.replacement)" } }
    /// The whole text after every change.
    var texts: [String] { mutations.compactMap { $0.edits.applied(to: file.text) } }

    func has(_ change: String) -> Bool { changes.contains(change) }
    /// Whether some change gives this line, blanks around it left out.
    func gives(_ line: String) -> Bool {
        texts.contains {
            $0.split(whereSeparator: \.isNewline).contains { $0.drop { $0.isWhitespace } == line }
        }
    }
}

@Suite struct OperatorTests {
    @Test func comparison_proposes_the_boundary_before_the_direction() throws {
        let found = Proposals("func f(a: Int, b: Int) -> Bool { a < b }", "comparison")
        #expect(found.changes.first == "< -> <=")
        #expect(found.has("< -> >="))
    }

    @Test func comparison_does_not_order_what_has_no_order() {
        let found = Proposals("func f(a: Int?) -> Bool { a == nil }", "comparison")
        #expect(found.changes == ["== -> !="])
    }

    @Test func comparison_widens_a_base_case() {
        #expect(
            Proposals("func f(_ n: Int) -> Bool { n == 0 }", "comparison").gives(
                "func f(_ n: Int) -> Bool { n <= 1 }"))
    }

    @Test func arithmetic_keeps_the_meaning_of_the_operands() {
        let found = Proposals("func f(a: Int, b: Int, c: Int) -> Int { (a + b) / c }", "arithmetic")
        #expect(found.gives("func f(a: Int, b: Int, c: Int) -> Int { c / (a + b) }"))
        #expect(found.gives("func f(a: Int, b: Int, c: Int) -> Int { (a * b) / c }"))
    }

    @Test func arithmetic_turns_round_what_is_put_together() {
        let found = Proposals("func f(a: String) -> String { a + \"!\" }", "arithmetic")
        #expect(found.texts == ["func f(a: String) -> String { \"!\" + a }"])
    }

    @Test func bitwise_includes_compound_assignments() {
        let found = Proposals("func f(a: inout Int) { a ^= a - 1 }", "bitwise")
        #expect(found.changes == ["^= -> &=", "^= -> |=", "a ^= a - 1 -> a &= ~(a - 1)"])
    }

    @Test func logical_drops_a_side_and_says_so() throws {
        let found = Proposals("func f(a: Bool, b: Bool) -> Bool { a && !b }", "logical")
        #expect(found.gives("func f(a: Bool, b: Bool) -> Bool { a || !b }"))
        #expect(found.gives("func f(a: Bool, b: Bool) -> Bool { a && b }"))
        let dropped = try #require(found.mutations.first { $0.replacement == "a" })
        #expect(dropped.removes)
    }

    @Test func assignment_compounds_and_turns_round() {
        let found = Proposals("func f(a: inout Int, b: inout Int) { a = b }", "assignment")
        #expect(found.has("= -> +="))
        #expect(found.has("a = b -> b = a"))
    }

    @Test func constants_leave_out_what_changes_nothing() {
        let found = Proposals("func f(n: Int) -> Int { n + 1 }", "constants")
        #expect(found.has("1 -> 2"))
        #expect(!found.has("1 -> 0"))
    }

    @Test func constants_reach_for_the_other_literals_of_the_function() {
        let found = Proposals("func f(n: Int) -> Int { n > 90 ? 40 : 7 }", "constants")
        #expect(found.has("40 -> 90"))
        #expect(found.has("7 -> 8"))
    }

    @Test func constants_leave_interpolated_text_alone() {
        let found = Proposals("func f(n: Int) -> String { \"a 5 \\(n + 3)\" }", "constants", purpose: .repair)
        #expect(found.changes.allSatisfy { $0.hasPrefix("3 ->") })
    }

    @Test func no_operator_says_the_same_on_both_sides() {
        let flags = Proposals(
            "func f(a: Bool, b: Bool, c: Bool) -> Bool { !a && !b }", "names", purpose: .repair)
        #expect(!flags.has("a -> b"))
        #expect(flags.has("a -> c"))
        let steps = Proposals(
            "func f(i: Int, xs: [Int]) -> Int { xs[i] - xs[i - 1] }", "off_by_one", purpose: .repair)
        #expect(!steps.has("i -> i - 1"))
    }

    @Test func no_value_meets_itself_in_a_call() {
        let sorted = Proposals(
            "func f(xs: [S]) -> [S] { xs.sorted { $0.comesBefore($1) } }", "names", purpose: .repair)
        #expect(!sorted.has("$0 -> $1") && !sorted.has("$1 -> $0"))
        let most = Proposals("func f(a: Int, b: Int, c: Int) -> Int { max(a, b) }", "names", purpose: .repair)
        #expect(!most.has("a -> b") && most.has("a -> c"))
    }

    @Test func both_sides_of_a_comparator_change_together_first() {
        let found = Proposals(
            "struct S { var a: Int; var b: Int }\nfunc f(xs: [S]) -> [S] { xs.sorted { $0.a < $1.a } }",
            "names",
            purpose: .repair
        ).mutations.filter { $0.original == "a" && $0.replacement == "b" }
        let both = found.filter { $0.edits.count == 2 }
        let one = found.filter { $0.edits.count == 1 }
        #expect(both.count == 1 && one.count == 2)
        #expect(one.allSatisfy { $0.prior < both.first?.prior ?? 0 })
    }

    @Test func a_guard_moves_before_what_is_written_first() {
        func prior(_ second: String) -> Double {
            Proposals(
                "struct S {\n    var n = 0\n    mutating func f(i: Int) {\n        n += 1\n        \(second)\n    }\n}",
                "statements", purpose: .repair
            ).mutations.filter { $0.summary.contains("moves behind") }.map(\.prior).max() ?? 0
        }
        #expect(prior("guard i > 0 else { return }") > prior("print(i)"))
        #expect(prior("print(i)") > 0)
    }

    @Test func a_set_gets_what_it_is_asked_for_first() {
        let found = Proposals(
            """
            func f(xs: [Int], last: Int) -> Int {
                var seen: Set<Int> = []
                for x in xs {
                    if seen.contains(x) { return x }
                    print(last)
                }
                return 0
            }
            """, "insert_update", purpose: .repair)
        func prior(_ text: String) -> Double {
            found.mutations.filter { $0.replacement == text }.map(\.prior).max() ?? 0
        }
        #expect(prior("seen.insert(last)") > 0)
        #expect(prior("seen.insert(x)") > prior("seen.insert(last)"))
    }

    @Test func the_same_slip_in_a_whole_expression_is_mended_at_every_place_first() {
        let found = Proposals(
            "func f(xs: [Int], a: Int, b: Int) -> Bool { a < xs.count - 1 && b < xs.count - 1 }",
            "off_by_one",
            purpose: .repair)
        let both = found.mutations.filter { $0.places == 2 && $0.replacement == "xs.count" }
        let one = found.mutations.filter { $0.places == 1 && $0.replacement == "xs.count" }
        #expect(both.count == 1 && one.count == 2)
        #expect((both.first?.prior ?? 0) > (one.first?.prior ?? 1))
    }

    @Test func off_by_one_moves_indices_and_strips_steps() {
        let found = Proposals("func f(xs: [Int], i: Int) -> Int { xs[i] + xs[i - 1] }", "off_by_one")
        #expect(found.has("i -> i - 1"))
        #expect(found.has("i - 1 -> i"))
    }

    @Test func off_by_one_leaves_keys_alone() {
        #expect(
            Proposals("func f(d: [String: Int], k: String) -> Int? { d[k] }", "off_by_one").mutations.isEmpty)
    }

    @Test func range_boundary_starts_an_inner_loop_where_the_outer_one_is() {
        let source = "func f(n: Int) { for i in 0..<n { for j in 0..<n { g(i, j) } } }"
        let found = Proposals(source, "range_boundary")
        #expect(found.gives("func f(n: Int) { for i in 0..<n { for j in i + 1..<n { g(i, j) } } }"))
    }

    @Test func range_boundary_knows_strides() {
        let found = Proposals(
            "func f(n: Int) { for i in stride(from: 0, to: n, by: 2) { g(i) } }", "range_boundary")
        #expect(found.has("to -> through"))
    }

    @Test func conditions_gain_clauses_about_names_in_scope() {
        let source = "func f(xs: [Int], n: Int) -> Int { if n > 3 { return xs[0] }; return 0 }"
        let found = Proposals(source, "conditions")
        #expect(found.has("n > 3 -> !xs.isEmpty && n > 3"))
        #expect(found.has("n > 3 -> xs.isEmpty || n > 3"))
    }

    @Test func conditions_are_settled_for_tests_but_no_loop_is_made_endless() {
        let source = "func f(xs: [Int]) -> Int { if xs.isEmpty { return 0 }; while g() { h() }; return 1 }"
        let found = Proposals(source, "conditions", purpose: .testing)
        #expect(found.changes == ["xs.isEmpty -> true", "xs.isEmpty -> false", "g() -> false"])
    }

    @Test func conditions_follow_a_binding_with_a_comma() {
        let source = "func f(a: Int?, on: Bool) -> Int { if let a { return a }; return 0 }"
        #expect(
            Proposals(source, "conditions").gives(
                "func f(a: Int?, on: Bool) -> Int { if let a, on { return a }; return 0 }"))
    }

    @Test func conditions_ask_for_at_most_one_instead_of_none() {
        let found = Proposals("func f(xs: [Int]) -> Bool { xs.isEmpty }", "conditions")
        #expect(found.has("xs.isEmpty -> xs.count <= 1"))
    }

    @Test func arguments_swap_and_mirror() {
        let source = "func f(a: [Int], b: [Int]) -> Int { g(a.dropLast(), b) }"
        let found = Proposals(source, "arguments")
        #expect(found.gives("func f(a: [Int], b: [Int]) -> Int { g(b, a.dropLast()) }"))
        #expect(found.gives("func f(a: [Int], b: [Int]) -> Int { g(a.dropLast(), b.dropLast()) }"))
    }

    @Test func arguments_that_are_called_like_their_parameters_are_swapped_late() throws {
        func prior(_ call: String, in name: String = "f") throws -> Double {
            let source = """
                func g(first: Int, second: Int) -> Int { first }
                func \(name)(first: Int, second: Int, a: Int, b: Int) -> Int { \(call) }
                """
            return try #require(Proposals(source, "arguments").mutations.first { $0.edits.count == 2 }).prior
        }
        let usual = try prior("g(first: a, second: b)")
        #expect(try prior("g(first: first, second: second)") < usual / 2)
        #expect(try prior("g(first: second, second: first)") == usual)
        // A function that calls itself often turns its own round.
        #expect(
            try prior("f(first: first, second: second, a: 0, b: 0)")
                == prior("f(first: a, second: b, a: 0, b: 0)"))
    }

    @Test func arguments_with_defaults_can_go() {
        let source = "func g(_ a: Int, by b: Int = 1) -> Int { a }\nfunc f(a: Int) -> Int { g(a, by: 2) }"
        #expect(Proposals(source, "arguments").gives("func f(a: Int) -> Int { g(a) }"))
    }

    @Test func names_of_another_type_are_not_tried() {
        let found = Proposals("func f(low: Int, high: Int, name: String) -> Int { low }", "names")
        #expect(found.changes == ["low -> high"])
    }

    @Test func names_include_members_of_the_module_s_types() {
        let source = """
            struct Box { var left: Int; var right: Int; var name: String }
            func f(box: Box) -> Int { box.left }
            """
        #expect(Proposals(source, "names").changes == ["left -> right"])
    }

    @Test func names_do_not_write_to_constants() {
        let found = Proposals("func f(a: [Int]) { var b = a; b.append(1) }", "names")
        #expect(!found.gives("func f(a: [Int]) { var b = a; a.append(1) }"))
    }

    @Test func calls_wrap_and_strip() {
        let source = "func f(xs: [Int]) -> Int { var m = 0; for x in xs { m = m + x }; return abs(m) }"
        let found = Proposals(source, "calls")
        #expect(found.has("m + x -> max(0, m + x)"))
        #expect(found.has("abs(m) -> m"))
    }

    @Test func returns_offer_values_of_the_return_type() {
        let found = Proposals("func f(a: Int, xs: [Int]) -> [Int] { return [] }", "returns")
        #expect(found.has("[] -> xs"))
        #expect(found.has("[] -> [a]"))
    }

    @Test func returns_in_a_body_of_one_expression_count() {
        #expect(Proposals("var isOn: Bool { state.flag }", "returns").has("state.flag -> !state.flag"))
    }

    @Test func insert_exit_puts_a_guard_on_its_own_line() {
        let source = "func f(xs: [Int]) -> Int {\n\treturn xs[0]\n}\n"
        let found = Proposals(source, "insert_exit")
        #expect(
            found.texts.contains(
                "func f(xs: [Int]) -> Int {\n\tguard !xs.isEmpty else { return 0 }\n\treturn xs[0]\n}\n"))
    }

    @Test func insert_exit_breaks_a_body_of_one_line_and_keeps_what_it_returned() {
        let found = Proposals("func f(n: Int) -> Int { n * f(n: n - 1) }", "insert_exit")
        #expect(
            found.texts.contains(
                "func f(n: Int) -> Int {\n    if n <= 1 { return 1 }\n    return n * f(n: n - 1)\n}"))
    }

    @Test func insert_update_notices_a_set_that_is_asked_but_never_filled() throws {
        let source = """
            func f(_ node: Int, _ seen: inout Set<Int>) {
                if seen.contains(node) { return }
                g(node)
            }
            """
        let best = try #require(Proposals(source, "insert_update").mutations.max { $0.prior < $1.prior })
        #expect(best.replacement == "seen.insert(node)")
    }

    @Test func insert_update_moves_a_loop_on() {
        let source = "func f(n: Int) {\n    var i = 0\n    while i < n {\n        g(i)\n    }\n}"
        #expect(
            Proposals(source, "insert_update").texts.contains(
                source.replacing("g(i)\n", with: "g(i)\n        i += 1\n")))
    }

    @Test func statements_are_deleted_with_their_lines() throws {
        let source = "func f() {\n    a()\n    b() // why\n}\n"
        let found = Proposals(source, "statements", purpose: .testing)
        #expect(found.texts == ["func f() {\n    b() // why\n}\n", "func f() {\n    a()\n}\n"])
        #expect(found.mutations.allSatisfy { $0.removes && $0.prior <= 0.1 })
    }

    @Test func what_has_to_be_there_is_not_deleted_when_tests_are_tested() {
        let source = """
            struct A {
                init(a: Int) throws { try self.init(b: a) }
                func f(_ n: Int) {
                    switch n {
                    case 1: g()
                    default: g(); h()
                    }
                }
            }
            """
        let found = Proposals(source, "statements", purpose: .testing).texts
        #expect(!found.contains { !$0.contains("self.init") })
        #expect(found.contains(source.replacing("case 1: g()", with: "case 1: break")))
        #expect(found.contains(source.replacing("default: g(); h()", with: "default: h()")))
    }

    @Test func a_first_value_is_not_deleted_when_tests_are_tested() {
        let source = """
            func f(_ n: Int) -> Int {
                let a: Int
                var b: Int?, c = 1
                (a, c) = (n, 2)
                b = 3
                c = 4
                return g(a, b, c)
            }
            """
        let found = Proposals(source, "statements", purpose: .testing).texts
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.contains("(a, c) =") })
    }

    @Test func one_character_stays_one_when_tests_are_tested() {
        let found = Proposals(
            "func f(c: Character) -> Bool { c == \",\" || c == \"_\" }", "constants", purpose: .testing)
        #expect(found.has("\",\" -> \"_\""))
        #expect(found.has("\"_\" -> \"#\""))
        #expect(Proposals("func f() { g(\"ab\") }", "constants", purpose: .testing).has("\"ab\" -> \"\""))
    }

    @Test func statements_leave_their_loop() {
        let source = "func f(xs: [Int]) {\n    for x in xs {\n        a(x)\n        b()\n    }\n}\n"
        #expect(
            Proposals(source, "statements").texts.contains(
                "func f(xs: [Int]) {\n    for x in xs {\n        a(x)\n    }\n    b()\n}\n"))
    }

    @Test func initial_values_include_limits_and_first_elements() {
        let found = Proposals("func f(xs: [Int]) -> Int { var m = 0; g(&m); return m }", "initial_value")
        #expect(found.has("0 -> Int.max"))
        #expect(found.has("0 -> xs[0]"))
    }

    @Test func collections_are_used_from_the_other_end() {
        let found = Proposals("func f(q: inout [Int]) { q.append(q.removeFirst()) }", "collection_discipline")
        #expect(found.has("removeFirst -> removeLast"))
        #expect(found.has("q.append(q.removeFirst()) -> q.insert(q.removeFirst(), at: 0)"))
    }

    @Test func closures_swap_their_parameters_as_one_change() {
        let found = Proposals("func f(xs: [Int]) -> [Int] { xs.sorted { $0 < $1 } }", "closures")
        #expect(found.gives("func f(xs: [Int]) -> [Int] { xs.sorted { $1 < $0 } }"))
    }

    @Test func closures_ask_for_all_instead_of_any() {
        let found = Proposals("func f(xs: [Int]) -> Bool { xs.contains(where: { $0 > 1 }) }", "closures")
        #expect(found.gives("func f(xs: [Int]) -> Bool { xs.allSatisfy({ $0 > 1 }) }"))
    }

    @Test func ternaries_swap_their_branches() {
        let found = Proposals("func f(a: Int, b: Int) -> Int { a > b ? a : b }", "ternary")
        #expect(found.gives("func f(a: Int, b: Int) -> Int { a > b ? b : a }"))
    }

    @Test func defaults_behind_a_missing_value_change() {
        let found = Proposals("func f(d: [String: Int]) -> Int { d[\"a\"] ?? 0 }", "optional_default")
        #expect(found.has("0 -> 1"))
    }

    @Test func loops_end_with_their_queue() {
        let source =
            "func f() {\n    var queue = [1]\n    while true {\n        queue.removeFirst()\n    }\n}"
        #expect(Proposals(source, "loops").has("true -> !queue.isEmpty"))
    }

    @Test func loops_skip_what_was_dealt_with() {
        let source = "func f(xs: [Int], k: Int) { for x in xs { g(x) } }"
        let found = Proposals(source, "loops")
        #expect(found.has("xs -> xs.dropFirst(k)"))
        #expect(found.has("xs -> xs.reversed()"))
    }

    @Test func indices_of_a_grid_change_places() {
        #expect(
            Proposals("func f(g: [[Int]], x: Int, y: Int) -> Int { g[x][y] }", "indices").gives(
                "func f(g: [[Int]], x: Int, y: Int) -> Int { g[y][x] }"))
    }

    @Test func hoist_takes_one_operand() {
        let found = Proposals("func f(a: Int, b: Int) -> Int { 1 + a * b }", "hoist")
        #expect(found.has("1 + a * b -> a * b"))
        #expect(found.has("a * b -> a"))
    }

    @Test func extension_follows_members_of_the_same_type() {
        let source = """
            final class Node { var next: Node? }
            func f(node: Node?) -> Node? { return node }
            """
        #expect(Proposals(source, "extension").has("node -> node?.next"))
    }

    @Test func reuse_takes_expressions_of_the_same_type_from_nearby() {
        let source = """
            func f(a: [Int], b: [Int], i: Int) -> Int {
                let x = a[i] + b[i]
                return x
            }
            """
        #expect(Proposals(source, "reuse").has("a[i] -> b[i]"))
    }
}
