import Foundation
import Testing

@testable import Scoreboard

@Suite struct TableTests {
    private let trials = [
        Trial(
            of: MeasuresTests.fault, repetition: 1, outcome: .healed, detail: "", detected: true,
            diagnosed: false, claimed: true, regressionProved: true, candidatesTried: 8,
            times: .init(detect: 1250, diagnose: 1300, recover: 20_049)),
        Trial(
            of: MeasuresTests.hopeless, repetition: 1, outcome: .notHealed, reason: .notEscalated, detail: ""),
        Trial(of: MeasuresTests.control, repetition: 1, outcome: .leftAlone, detail: ""),
    ]

    @Test func a_case_is_a_row_and_each_domain_has_its_sum() {
        let rows = ScoreTable(MeasuresTests.run(trials)).rows
        #expect(
            rows.map { $0.cells[0] } == [
                "zero_division", "all code", "bad_good", "no_fault", "all container",
            ])
        #expect(
            rows[0].cells == [
                "zero_division", "healed", "yes", "no", "yes", "yes", "1.3 s", "1.3 s", "20.0 s", "8", "yes",
            ])
        #expect(rows[2].cells[1] == "not healed: no person was called")
        #expect(rows[3].cells[2...].allSatisfy { $0.isEmpty })
        #expect(rows.allSatisfy { $0.cells.count == ScoreTable.heads.count })
    }

    @Test func lines_stand_below_each_other() {
        let lines = ScoreTable(MeasuresTests.run(trials)).lines().map(\.text)
        let column = lines[0].range(of: "outcome")?.lowerBound
        #expect(column == lines[1].range(of: "healed")?.lowerBound)
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test func outcomes_of_many_trials_are_counted_with_their_reasons() {
        let many = [
            Trial(of: MeasuresTests.fault, repetition: 1, outcome: .healed, detail: ""),
            Trial(
                of: MeasuresTests.fault, repetition: 2, outcome: .notHealed, reason: .patchEmpty, detail: ""),
            Trial(
                of: MeasuresTests.fault, repetition: 3, outcome: .timedOut, reason: .timedOut, detail: ""),
        ]
        #expect(ScoreTable.outcome(many) == "1 healed; 1 not healed: patch empty; 1 timed out")
        #expect(ScoreTable.outcome([]) == "not run")
    }

    @Test func the_summary_says_what_the_rates_are_of() {
        let run = MeasuresTests.run(trials)
        #expect(
            BenchSummary(run).line()
                == "1 of 1 faults healed and verified, 0 of 1 rightly handed to a person, 0 false actions on 1 control"
        )
    }

    @Test func a_page_is_filled_between_its_marks_alone() {
        let page = "a\n<!-- bench:table -->\nold\n<!-- /bench:table -->\nb\n"
        #expect(
            BenchSummary.page(page, with: "new\n", at: "table")
                == "a\n<!-- bench:table -->\nnew\n<!-- /bench:table -->\nb\n")
        #expect(BenchSummary.page(page, with: "", at: "summary") == nil)
        #expect(BenchSummary.page("<!-- bench:table -->\n", with: "", at: "table") == nil)
    }

    @Test func a_comparison_lights_what_got_worse_or_slower() {
        func run(_ outcome: Trial.Outcome, recover: Int?) -> BenchRun {
            MeasuresTests.run([
                Trial(
                    of: MeasuresTests.fault, repetition: 1, outcome: outcome, detail: "",
                    times: .init(recover: recover)),
                Trial(of: MeasuresTests.control, repetition: 1, outcome: .leftAlone, detail: ""),
            ])
        }
        func change(_ before: BenchRun, _ after: BenchRun) -> BenchComparison.Change? {
            BenchComparison(before: before, after: after).rows.first { $0.item == MeasuresTests.fault }?
                .change
        }
        let good = run(.healed, recover: 4000)
        #expect(change(good, run(.notHealed, recover: nil)) == .worse)
        #expect(change(run(.notHealed, recover: nil), good) == .better)
        #expect(change(good, run(.healed, recover: 6000)) == .same)
        #expect(change(good, run(.healed, recover: 6001)) == .slower)
        #expect(change(run(.healed, recover: 6001), good) == .faster)
        let rows = BenchComparison(before: good, after: run(.notHealed, recover: nil)).rows
        #expect(rows.first?.item == MeasuresTests.fault && rows.first?.change.isRegression == true)
        #expect(rows.count == 3)
    }
}
