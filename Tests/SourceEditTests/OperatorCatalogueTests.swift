import SourceEdit
import SwiftSyntax
import Testing

@Suite struct OperatorCatalogueTests {
    private static let sample = """
        import Foundation

        struct Stock {
            var items: [String: Int] = [:]
            let limit: Int
            lazy var names: [String] = { items.keys.sorted() }()

            init(limit: Int) { self.limit = limit + 1 }

            var total: Int {
                var sum = 0
                for (_, count) in items where count > 0 { sum += count }
                return sum
            }

            var isFull: Bool {
                get { total >= limit }
                set { items = newValue ? items : [:] }
            }

            subscript(name: String) -> Int { items[name, default: 0] }

            mutating func add(_ name: String, _ count: Int = 1) -> Bool {
                precondition(count > 0, "nothing to add")
                print("adding \\(count + 0)")
                if total + count > limit && !name.isEmpty {
                    return false
                }
                items[name, default: 0] += count
                return true
            }

            func largest() -> String? {
                var best: String?
                for (name, count) in items {
                    if let known = best, self[known] >= count { continue }
                    best = name
                }
                return best
            }
        }
        """

    @Test func identifiers_are_unique_snake_case_and_explained() {
        let ids = OperatorCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { id in !id.isEmpty && id.allSatisfy { $0.isLowercase || $0 == "_" } })
        #expect(OperatorCatalogue.all.allSatisfy { !$0.summary.isEmpty && !$0.summary.hasSuffix(".") })
    }

    /// Settings outside of functions, which only a search changes: what the injector and `lab mutate` see stays as it is.
    private static let settings = """
        let retries = 3

        struct Session {
            enum Tier { case free, paid }
            static let secondsPerHour = 60 * 60
            var tier: Tier = .free
            var isOpen = true
            let names = ["a"].map { $0 + "x" }
            var total: Int { retries + 1 }
            @frozen struct Copied { var kept = 4 }
            // lab:skip measured by hand
            var skipped = 5
            static let minute = 77
            static let hour = 78 * minute
            static let forever = 9_223_372_036_854_775_807
        }

        final class Door {
            deinit {
                let knocks = 79
                print(knocks)
            }
        }
        """

    private func settings(initialValues: Bool) -> [Mutation] {
        let file = SourceFile(path: "Sources/Kit/Kit.swift", text: Self.settings)
        return OperatorCatalogue.mutations(
            in: file, module: Ingredients(module: [file]), purpose: .repair, initialValues: initialValues)
    }

    @Test func initial_values_of_properties_are_changed_where_asked_for() {
        let plain = settings(initialValues: false)
        let all = settings(initialValues: true)
        #expect(Set(plain).isSubset(of: all))
        let new = Set(all).subtracting(plain)
        func has(_ function: String, _ original: String, _ replacement: String) -> Bool {
            new.contains {
                $0.function == function && $0.original == original && $0.replacement == replacement
            }
        }
        #expect(has("retries", "3", "4") && has("retries", "3", "2"))
        #expect(has("Session.secondsPerHour", "60", "600"))
        #expect(has("Session.tier", "free", "paid"))
        #expect(has("Session.isOpen", "true", "false"))
        #expect(new.allSatisfy { $0.function != "Session.total" })
        #expect(!new.contains { ["4", "5", "79"].contains($0.original) })
        // One that starts with itself, or with what is worked out from it, never would.
        let minute = new.filter { $0.function == "Session.minute" }
        #expect(!minute.isEmpty && !minute.contains { $0.replacement.contains("hour") })
        #expect(new.contains { $0.function == "Session.hour" && $0.original == "78" })
        #expect(!new.contains { $0.function == "Session.hour" && $0.replacement.contains("hour") })
    }

    @Test func what_an_initialiser_sets_once_is_neither_left_out_nor_made_twice() {
        let file = SourceFile(
            path: "Sources/Kit/Kit.swift",
            text: """
                struct Entry {
                    let left: Int
                    let right: Int
                    var note = "a"

                    init(_ text: String) throws {
                        note = text
                        let values = try Entry.parse(text)
                        self.left = values[0]
                        self.right = values[1]
                        note = "b"
                    }

                    static func parse(_ text: String) throws -> [Int] { [1, 2] }
                }
                """)
        let found = OperatorCatalogue.mutations(
            in: file, module: Ingredients(module: [file]), operators: ["statements", "mirrors"],
            purpose: .repair, initialValues: true)
        for place in ["self.left", "self.right"] {
            let own = found.filter { $0.original.hasPrefix(place) || $0.replacement.contains(place) }
            // Changing places is all that may be done.
            #expect(
                own.allSatisfy { !$0.original.isEmpty && !$0.replacement.isEmpty }, "\(own.map(\.summary))")
            #expect(!own.contains { $0.replacement.hasPrefix("defer") })
        }
        #expect(found.contains { $0.removes && $0.original == "note = \"b\"" })
    }

    /// The injector and `lab mutate --operators calls` draw from these: what only repairs are made of stays out.
    @Test func calls_propose_to_tests_what_they_always_did() {
        let file = SourceFile(
            path: "Sources/Kit/Kit.swift",
            text: """
                func isOpen(_ door: Int) -> Bool { door > 0 }
                func isWide(_ door: Int, _ items: [Int]) -> Bool { isOpen(door) }
                func end(_ start: Int, _ items: [Int]) -> Int {
                    let end = start + 10
                    return end
                }
                """)
        func texts(_ purpose: MutationScope.Purpose) -> [String] {
            OperatorCatalogue.mutations(
                in: file, module: Ingredients(module: [file]), operators: ["calls"], purpose: purpose
            ).map(\.replacement)
        }
        #expect(texts(.repair).contains("min(start + 10, items.count)"))
        #expect(texts(.repair).contains("isWide(door, items)"))
        #expect(!texts(.testing).contains { $0.hasPrefix("min(start + 10, ") || $0.hasPrefix("isWide(") })
    }

    @Test func two_runs_propose_the_same_in_the_same_order() {
        #expect(Proposals(Self.sample).mutations == Proposals(Self.sample).mutations)
        let places = Proposals(Self.sample).mutations.map { ($0.line, $0.column) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test(arguments: [MutationScope.Purpose.repair, .testing])
    func no_two_changes_give_the_same_text_and_every_text_parses(_ purpose: MutationScope.Purpose) {
        let found = Proposals(Self.sample, purpose: purpose)
        #expect(found.texts.count == found.mutations.count)
        #expect(Set(found.texts).count == found.texts.count)
        #expect(!found.texts.contains(Self.sample))
        #expect(found.texts.allSatisfy { !SourceFile(path: "x.swift", text: $0).tree.hasError })
    }

    @Test func testing_proposes_few_and_only_what_is_for_testing() {
        let found = Proposals(Self.sample, purpose: .testing)
        let families = Set(OperatorCatalogue.all.filter(\.isForTesting).map(\.id))
        #expect(found.mutations.allSatisfy { families.contains($0.operatorID) })
        #expect((12...45).contains(found.mutations.count), "\(found.mutations.count)")
    }

    @Test func every_kind_of_callable_is_covered() {
        let source = """
            final class Kit {
                var a: Int = 0 { didSet { total += 1 } }
                var total = 0
                var b: Int { total + 2 }
                var c: Int { get { total - 3 } set { total = newValue - 4 } }
                lazy var d: Int = { total * 5 }()
                init() { total = 6 }
                deinit { log(7) }
                subscript(i: Int) -> Int { i / 8 }
                func run() -> Int { [9].map { $0 + 10 }.count }
            }
            func free() -> Int { func inner() -> Int { 11 }; return inner() }
            """
        let found = Proposals(source, "constants").mutations
        #expect(Set(found.compactMap { Int($0.original) }) == Set(1...11))
        #expect(
            Set(found.map(\.function)).isSuperset(of: [
                "Kit.a", "Kit.b", "Kit.c", "Kit.init()", "Kit.deinit", "free()",
            ]))
    }

    @Test func edits_stay_between_the_braces_of_one_function() throws {
        let file = SourceFile(path: "Sources/Kit/Kit.swift", text: Self.sample)
        let bodies =
            file.tree.descendants(CodeBlockSyntax.self).map(\.spliceRange)
            + file.tree.descendants(AccessorBlockSyntax.self).map(\.spliceRange)
            + file.tree.descendants(ClosureExprSyntax.self).map(\.spliceRange)
        for mutation in Proposals(Self.sample).mutations {
            let low = try #require(mutation.edits.first?.range.lowerBound)
            let high = try #require(mutation.edits.last?.range.upperBound)
            #expect(bodies.contains { $0.lowerBound < low && high < $0.upperBound })
        }
    }

    @Test func tabs_and_windows_line_ends_stay_what_they_are() {
        let unix = Self.sample.replacing("    ", with: "\t")
        let windows = unix.replacing("\n", with: "\r\n")
        let first = Proposals(unix)
        let second = Proposals(windows)
        #expect(first.changes == second.changes.map { $0.replacing("\r\n", with: "\n") })
        #expect(second.texts.map { $0.replacing("\r\n", with: "\n") } == first.texts)
        #expect(second.texts.allSatisfy { !$0.replacing("\r\n", with: "").contains("\n") })
        #expect(
            zip(first.mutations, second.mutations).allSatisfy { $0.line == $1.line && $0.column == $1.column }
        )
        #expect(first.texts.allSatisfy { !$0.contains("    ") })
    }

    @Test func places_are_those_of_the_text() throws {
        let found = Proposals("// é\nfunc f(a: Int) -> Bool {\n    \"é\" == g(a) && a < 3\n}\n", "comparison")
        let change = try #require(found.mutations.first { $0.original == "<" })
        #expect(change.line == 3)
        #expect(change.column == 23)
        #expect(change.summary == "`<` becomes `<=`")
    }

    @Test func only_the_lines_asked_for_change() {
        let found = Proposals(Self.sample, lines: [13])
        #expect(!found.mutations.isEmpty)
        #expect(found.mutations.allSatisfy { $0.line == 13 })
    }

    @Test func an_insertion_next_to_a_line_asked_for_starts_on_it() {
        let source = "func f(n: Int) {\n    var i = 0\n    while i < n {\n        g(i)\n    }\n}"
        for line in [3, 4] {
            let found = Proposals(source, "insert_update", lines: [line])
            #expect(
                found.texts.contains(source.replacing("g(i)\n", with: "g(i)\n        i += 1\n"))
                    == (line == 4))
            #expect(found.texts.contains(source.replacing("g(i)\n", with: "i += 1\n        g(i)\n")))
            #expect(found.mutations.allSatisfy { $0.line == line })
        }
    }

    @Test func a_skip_mark_protects_its_line_the_next_statement_or_the_function() {
        let source = """
            // lab:skip measured by hand
            func whole(a: Int) -> Bool { a < 1 }

            func parts(a: Int) -> Bool {
                let b = a < 2 // lab:skip equivalent
                // lab:skip both are right
                let c = a < 3
                    || a < 4
                // lab:skip the header only
                if a < 5 {
                    return a < 6
                }
                return b && c && a < 7
            }
            """
        let found = Proposals(source, "comparison").mutations
        #expect(Set(found.map(\.line)) == [11, 13])
    }

    @Test func tests_and_code_that_is_not_compiled_are_left_alone() {
        let source = """
            @Test func checks(a: Int) { g(a < 1) }
            final class KitTests: XCTestCase { func testIt() { g(1 < 2) } }
            #if os(Plan9)
            func other(a: Int) -> Bool { a < 3 }
            #endif
            func own(a: Int) -> Bool {
                #if NEVER
                return a < 4
                #else
                return a < 5
                #endif
            }
            func live(a: Int) -> Bool { a < 6 }
            """
        let found = Proposals(source, "comparison").mutations
        #expect(Set(found.map(\.line)) == [13])
    }

    @Test func conditions_of_the_compiler_are_left_alone() {
        let source = """
            func f(a: Int) -> Int {
                #if os(Linux) || os(Android)
                    return a + 1
                #else
                    return a + 2
                #endif
            }
            """
        for purpose in [MutationScope.Purpose.testing, .repair] {
            let found = Proposals(source, purpose: purpose)
            #expect(!found.mutations.isEmpty)
            #expect(found.texts.allSatisfy { $0.contains("#if os(Linux) || os(Android)\n") })
        }
    }

    @Test func words_for_people_are_left_alone_when_tests_are_tested() {
        let source = """
            func f(a: Int) -> Int {
                precondition(a < 1, "a" + "b")
                logger.info("\\(a + 2)")
                print(a + 3)
                return a + 4
            }
            """
        let found = Proposals(source, purpose: .testing)
        #expect(found.mutations.allSatisfy { $0.line == 5 })
        #expect(!found.mutations.isEmpty)
    }

    @Test func defaults_attributes_and_availability_are_left_alone() {
        let source = """
            func f(a: Int) {
                func g(b: Int = 1 + 2) {}
                if #available(macOS 15, *) { g() }
            }
            """
        #expect(Proposals(source, "constants", "arithmetic").mutations.isEmpty)
    }

    @Test func a_family_is_limited_in_each_function() {
        let lines = (1...200).map { "    x += \($0) * y" }.joined(separator: "\n")
        let source = "func f(x: inout Int, y: Int) {\n\(lines)\n}"
        var counts: [String: Int] = [:]
        for mutation in Proposals(source).mutations { counts[mutation.operatorID, default: 0] += 1 }
        #expect(counts.values.allSatisfy { $0 <= OperatorCatalogue.limitPerFamily })
    }

    @Test func values_in_scope_come_nearest_first_with_their_types() throws {
        let source = """
            let shared = 1
            struct Kit {
                var size: Int
                func run(words: [String]) {
                    let limit = words.count
                    for word in words {
                        mark(word)
                    }
                    let late = 2
                }
            }
            """
        let file = SourceFile(path: "Sources/Kit/Kit.swift", text: source)
        let token = try #require(file.tree.tokens(viewMode: .sourceAccurate).first { $0.text == "mark" })
        let function = try #require(FunctionContext.around(token))
        let scope = MutationScope(
            file: file, function: function, ingredients: Ingredients(module: [file]), purpose: .repair)
        let found = scope.values(at: token)
        #expect(found.map(\.name) == ["word", "limit", "words", "size", "shared"])
        #expect(found.map(\.type) == ["String", "Int", "[String]", "Int", "Int"])
        #expect(scope.replacements(forType: "Int", at: token).map(\.name) == ["limit", "size", "shared"])
        #expect(scope.callables(at: token).map(\.name) == ["run"])
    }
}
