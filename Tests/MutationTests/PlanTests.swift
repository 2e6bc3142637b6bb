import Incident
import SourceEdit
import Testing

@testable import Mutation

@Suite struct PlanTests {
    private static let source = """
        public struct Till {
            public func isFree(_ n: Int) -> Bool { n < 10 }

            public func total(_ a: Int, _ b: Int) -> Int {
                // lab:skip only for people
                let sum = a + b
                return sum * 2
            }
        }

        """

    private func plan(
        _ source: String = PlanTests.source, path: String = "Sources/Till/Till.swift",
        _ change: (inout MutantFilter) -> Void = { _ in }
    ) throws -> [Mutant] {
        var filter = MutantFilter()
        change(&filter)
        let sources = PackageSources(modules: ["Till": [SourceFile(path: path, text: source)]])
        return try MutantPlanner(sources: sources, filter: filter).plan().mutants.map(\.mutant)
    }

    @Test func mutants_have_ids_of_their_own_and_give_texts_of_their_own() throws {
        let mutants = try plan()
        #expect(mutants.count > 4)
        #expect(Set(mutants.map(\.id)).count == mutants.count)
        #expect(Set(mutants.map(\.diff)).count == mutants.count)
        #expect(mutants.allSatisfy { $0.id.count == 16 })
    }

    @Test func an_id_does_not_depend_on_what_stands_above() throws {
        let moved = "// A comment.\n\nfunc other() {}\n" + Self.source
        #expect(Set(try plan(moved).map(\.id)) == Set(try plan().map(\.id)))
    }

    @Test func a_place_and_a_diff_tell_what_changes() throws {
        let mutant = try #require(try plan().first { $0.replacement == "<=" })
        #expect(mutant.start == Mutant.Position(line: 2, column: 46))
        #expect(mutant.end == Mutant.Position(line: 2, column: 47))
        #expect(mutant.original == "<")
        #expect(
            mutant.diff == """
                --- a/Sources/Till/Till.swift
                +++ b/Sources/Till/Till.swift
                @@ -1,5 +1,5 @@
                 public struct Till {
                -    public func isFree(_ n: Int) -> Bool { n < 10 }
                +    public func isFree(_ n: Int) -> Bool { n <= 10 }
                \u{20}
                     public func total(_ a: Int, _ b: Int) -> Int {
                         // lab:skip only for people

                """)
    }

    @Test func what_is_marked_is_skipped_with_the_reason() throws {
        let mutants = try plan()
        let skipped = mutants.filter { $0.verdict == .skipped }
        #expect(!skipped.isEmpty)
        #expect(skipped.allSatisfy { $0.start.line == 6 && $0.reason == "only for people" })
        #expect(mutants.filter { $0.start.line == 6 }.count == skipped.count)
    }

    @Test func what_is_excluded_is_skipped_with_the_glob() throws {
        let mutants = try plan { $0.excluded = [Glob("Sources/**")] }
        #expect(mutants.allSatisfy { $0.verdict == .skipped })
        #expect(mutants.contains { $0.reason == "--exclude Sources/**" })
    }

    @Test func a_function_is_chosen_by_any_of_its_names() throws {
        for name in ["isFree", "Till.isFree", "Till.isFree(_:)", "isFree(_:)"] {
            let mutants = try plan { $0.functions = [name] }
            #expect(!mutants.isEmpty && mutants.allSatisfy { $0.function == "Till.isFree(_:)" }, "\(name)")
        }
    }

    @Test func only_changed_lines_are_mutated_with_a_diff() throws {
        let diff = "--- a/Sources/Till/Till.swift\n+++ b/Sources/Till/Till.swift\n@@ -2 +2 @@\n-a\n+b\n"
        let mutants = try plan { $0.changes = try? ChangedLines(diff: diff) }
        #expect(!mutants.isEmpty && mutants.allSatisfy { $0.start.line == 2 })
    }

    @Test func shards_share_the_mutants_without_overlap() throws {
        let all = Set(try plan().map(\.id))
        var seen: [String] = []
        for part in 1...3 {
            seen += (try? plan { $0.shard = Shard(part: part, count: 3) }.map(\.id)) ?? []
        }
        #expect(seen.count == all.count && Set(seen) == all)
    }

    @Test func a_sample_is_the_same_for_the_same_seed() throws {
        func sample(_ seed: UInt64) throws -> [String] {
            try plan {
                $0.sample = 3
                $0.seed = seed
            }.map(\.id)
        }
        #expect(try sample(1).count == 3)
        #expect(try sample(1) == sample(1))
        #expect(try (2...9).contains { try sample($0) != sample(1) })
    }

    @Test func an_unknown_operator_suggests_the_nearest() {
        let error = #expect(throws: LabError.self) { try plan { $0.operators = ["comparision"] } }
        #expect(error?.code == .usage)
        #expect(error?.message.contains("comparision") == true)
        #expect(error?.hint?.contains("'comparison'") == true)
    }

    @Test func an_unknown_function_or_file_is_an_error_that_names_it() {
        let function = #expect(throws: LabError.self) { try plan { $0.functions = ["isFre"] } }
        #expect(function?.code == .usage && function?.hint?.contains("'isFree'") == true)
        let file = #expect(throws: LabError.self) { try plan { $0.files = [Glob("Sources/Tell/*")] } }
        #expect(file?.code == .usage && file?.message.contains("Sources/Tell/*") == true)
    }

    @Test func nothing_to_judge_is_an_error() {
        let error = #expect(throws: LabError.self) { try plan("let a = 1\n") }
        #expect(error?.code == .noSite)
    }
}
