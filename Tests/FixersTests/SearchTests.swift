import SourceEdit
import Testing

@testable import Fixers

@Suite struct SearchTests {
    @Test func ochiai_is_highest_for_what_only_failing_tests_reach() {
        let spectrum = Spectrum([
            .init(failed: true, hits: [1, 2, 3]), .init(failed: false, hits: [1, 2]),
            .init(failed: false, hits: [1]),
        ])
        #expect(spectrum.ochiai(3) == 1)
        #expect(abs(spectrum.ochiai(2) - 1 / 2.0.squareRoot()) < 1e-12)
        #expect(abs(spectrum.ochiai(1) - 1 / 3.0.squareRoot()) < 1e-12)
        #expect(spectrum.ochiai(4) == 0)
    }

    @Test func nothing_is_suspicious_when_no_test_fails() {
        #expect(Spectrum([.init(failed: false, hits: [1])]).ochiai(1) == 0)
        #expect(Spectrum([]).ochiai(1) == 0)
    }

    @Test func equal_suspicion_is_broken_by_the_backtrace_then_by_what_the_test_names() {
        let probes = [(1, "a()"), (2, "b()"), (3, "c()")].map { id, function in
            (path: "S.swift", probe: Woven.Probe(id: Int32(id), lines: id * 10...id * 10, function: function))
        }
        let spectrum = Spectrum([.init(failed: true, hits: [1, 2, 3])])
        let ranked = Suspect.ranked(probes, spectrum, frames: [("S.swift", 30)], words: ["b"])
        #expect(ranked.map(\.function) == ["c()", "b()", "a()"])
    }

    @Test func what_a_property_starts_with_is_suspected_with_the_code_that_names_it() throws {
        let file = SourceFile(
            path: "S.swift",
            text: """
                struct Clock {
                    static let minute = 60
                    static let hour = 60 * minute
                    var unused = 3
                    func hours(_ seconds: Int) -> Int {
                        seconds / Self.hour
                    }
                }

                """)
        let suspect = Suspect(path: "S.swift", lines: 6...6, function: "Clock.hours(_:)", suspiciousness: 1)
        let other = Suspect(path: "S.swift", lines: 5...5, function: "Clock.hours(_:)", suspiciousness: 0.5)
        let all = Suspect.withStored([suspect, other], in: [file])
        #expect(all.map(\.function) == ["Clock.hours(_:)", "minute", "hour", "Clock.hours(_:)"])
        #expect(all.map(\.lines) == [6...6, 2...2, 3...3, 5...5])
        #expect(all[1].suspiciousness < 1 && all[1].suspiciousness > 0.5)
    }

    private func patch(_ number: Int32, score: Double, removes: Bool = false) -> SearchCandidate {
        SearchCandidate(
            numbers: [number],
            mutations: [
                Mutation(
                    operatorID: "comparison", path: "S.swift", edits: [TextEdit(0..<1, "x")], line: 1,
                    column: 1,
                    function: "f()", original: "a", replacement: "x", summary: "`a` becomes `x`",
                    removes: removes, prior: score)
            ], suspiciousness: 1, score: score)
    }

    @Test func a_patch_that_does_what_most_others_do_comes_first() {
        let patches = [patch(1, score: 0.5), patch(2, score: 0.4), patch(3, score: 0.4)]
        let inputs = [
            PatchRanking.Input(
                isOfFailing: true, original: .answered("7"),
                patches: [.answered("7"), .answered("8"), .answered("8")])
        ]
        #expect(PatchRanking.ranked(patches, on: inputs).map(\.numbers) == [[2], [3], [1]])
    }

    @Test func a_patch_that_changes_what_always_worked_comes_later() {
        let patches = [patch(1, score: 0.5), patch(2, score: 0.4)]
        let inputs = [
            PatchRanking.Input(
                isOfFailing: false, original: .answered(""), patches: [.answered("9"), .answered("")])
        ]
        #expect(PatchRanking.ranked(patches, on: inputs).map(\.numbers) == [[2], [1]])
    }

    @Test func a_patch_that_crashes_on_other_inputs_comes_later() {
        let patches = [patch(1, score: 0.5), patch(2, score: 0.4)]
        let inputs = [
            PatchRanking.Input(isOfFailing: true, original: .died, patches: [.died, .answered("1")])
        ]
        #expect(PatchRanking.ranked(patches, on: inputs).map(\.numbers) == [[2], [1]])
    }

    @Test func a_patch_that_deletes_functionality_ranks_last_whatever_speaks_for_it() {
        let patches = [patch(1, score: 0.9, removes: true), patch(2, score: 0.01)]
        #expect(PatchRanking.ranked(patches, on: []).map(\.numbers) == [[2], [1]])
    }

    @Test func what_could_be_dropped_just_as_well_comes_later() {
        func patch(_ number: Int32, _ range: Range<Int>, _ original: String, _ text: String, _ score: Double)
            -> SearchCandidate
        {
            SearchCandidate(
                numbers: [number],
                mutations: [
                    Mutation(
                        operatorID: "logical", path: "S.swift", edits: [TextEdit(range, text)], line: 1,
                        column: 1, function: "f()", original: original, replacement: text, summary: "",
                        removes: original == "a || b < c" && text == "a", prior: score)
                ], suspiciousness: 1, score: score)
        }
        let flipped = patch(1, 7..<8, "<", ">", 0.8)
        let elsewhere = patch(2, 20..<21, "d", "max(c, d)", 0.75)
        #expect(PatchRanking.ranked([flipped, elsewhere], on: []).map(\.numbers) == [[1], [2]])
        let dropped = patch(3, 0..<10, "a || b < c", "a", 0.3)
        #expect(
            PatchRanking.ranked([flipped, elsewhere, dropped], on: []).map(\.numbers) == [[2], [1], [3]])
        let kept = patch(4, 0..<1, "a", "!a", 0.8)
        #expect(
            PatchRanking.ranked([kept, elsewhere, dropped], on: []).map(\.numbers) == [[4], [2], [3]])
    }

    @Test func a_literal_that_only_tests_know_counts_against_a_change() {
        var favour = patch(1, score: 0.8).mutations[0]
        favour.replacement = "return 4711"
        let plain = SearchSpace.score(favour, 1, [])
        #expect(SearchSpace.score(favour, 1, ["4711"]) < plain / 2)
    }
}
