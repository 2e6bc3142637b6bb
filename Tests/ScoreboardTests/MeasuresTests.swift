import Foundation
import Incident
import Testing

@testable import Scoreboard

@Suite struct MeasuresTests {
    static let fault = BenchCase(
        id: "zero_division", domain: .code, expected: .healed, failureClass: "zero_division", summary: "s")
    static let hopeless = BenchCase(
        id: "bad_good", domain: .container, expected: .escalated, failureClass: "unhealthy", summary: "s")
    static let control = BenchCase(
        id: "no_fault", domain: .container, expected: .leftAlone, failureClass: nil, summary: "s")

    static func run(_ trials: [Trial], repetitions: Int = 1) -> BenchRun {
        BenchRun(
            toolVersion: "1", healer: "healing-lab", package: "LabApp", engine: "docker", seed: 1,
            repetitions: repetitions, budgetSeconds: 600, cases: [fault, hopeless, control], trials: trials)
    }

    @Test(arguments: [
        ([7], 7, 7), ([1, 2], 1, 2), ([1, 2, 3], 2, 3), (Array(1...20), 10, 19), (Array(1...21), 11, 20),
        (Array(1...100), 50, 95),
    ])
    func percentiles_are_of_the_nearest_rank(_ numbers: [Int], _ median: Int, _ p95: Int) throws {
        let spread = try #require(Spread(numbers.reversed()))
        #expect(spread.median == median)
        #expect(spread.p95 == p95)
        #expect(spread.least == numbers.first && spread.most == numbers.last && spread.count == numbers.count)
    }

    @Test func no_numbers_have_no_spread() { #expect(Spread([]) == nil) }

    @Test func a_control_enters_false_actions_alone() {
        let trials = [
            Trial(of: Self.control, repetition: 1, outcome: .falseAction, detail: ""),
            Trial(of: Self.control, repetition: 2, outcome: .leftAlone, detail: ""),
        ]
        let measures = Self.run(trials, repetitions: 2).measures()
        #expect(measures.falseActions == .init(1, of: 2))
        #expect(measures.verified == .init(0, of: 0))
        #expect(measures.verified.rate == nil)
    }

    @Test func what_says_nothing_of_the_healer_enters_no_rate() {
        let trials = [
            Trial(of: Self.fault, repetition: 1, outcome: .notApplicable, detail: ""),
            Trial(of: Self.fault, repetition: 2, outcome: .unviable, detail: ""),
            Trial(of: Self.fault, repetition: 3, outcome: .notHealed, detail: "", claimed: true),
            Trial(of: Self.fault, repetition: 4, outcome: .healed, detail: "", detected: true, claimed: true),
        ]
        let measures = Self.run(trials, repetitions: 4).measures(of: Self.fault)
        #expect(measures.verified == .init(1, of: 2))
        #expect(measures.healed == .init(2, of: 2))
        #expect(measures.detected == .init(1, of: 1))
        #expect(measures.notApplicable == 1 && measures.unviable == 1 && measures.trials == 4)
    }

    @Test func a_person_that_is_called_is_no_heal_and_no_miss() {
        let measures = Self.run([Trial(of: Self.hopeless, repetition: 1, outcome: .escalated, detail: "")])
            .measures(of: .container)
        #expect(measures.escalated == .init(1, of: 1))
        #expect(measures.verified == .init(0, of: 0))
    }

    @Test func a_run_keeps_the_trials_of_its_cases_and_repetitions() throws {
        let other = BenchCase(
            id: "hang", domain: .container, expected: .healed, failureClass: nil, summary: "")
        let run = Self.run([
            Trial(of: Self.control, repetition: 1, outcome: .leftAlone, detail: ""),
            Trial(of: other, repetition: 1, outcome: .healed, detail: ""),
            Trial(of: Self.fault, repetition: 2, outcome: .healed, detail: ""),
            Trial(of: Self.fault, repetition: 1, outcome: .healed, detail: ""),
        ])
        #expect(run.trials.map(\.caseID) == ["zero_division", "no_fault"])
        #expect(run.missing == 1)
        let data = try CanonicalJSON.encode(run)
        let again = try CanonicalJSON.decode(BenchRun.self, from: data)
        #expect(try CanonicalJSON.encode(again) == data)
        #expect(again.trials == run.trials)
    }
}
