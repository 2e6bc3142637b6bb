import Foundation
import Incident
import Scoreboard
import Testing

@testable import Bench

@Suite struct TrialStoreTests {
    private let folder: Folder
    private let item = BenchCase(
        id: "zero_division", domain: .code, expected: .healed, failureClass: "zero_division", summary: "s")

    init() throws { folder = try Folder() }

    private func plan(seed: UInt64 = 1, engine: String? = nil) -> TrialStore.Plan {
        TrialStore.Plan(
            toolVersion: "1", build: "b", healer: "healing-lab", package: "p", seed: seed, budgetSeconds: 9,
            engine: engine)
    }

    private func store(_ plan: TrialStore.Plan? = nil, isFresh: Bool = false) throws -> TrialStore {
        try TrialStore(folder: folder.path, plan: plan ?? self.plan(), isFresh: isFresh)
    }

    private func played(_ repetition: Int) -> PlayedTrial {
        PlayedTrial(
            Trial(of: item, repetition: repetition, outcome: .healed, detail: "d"),
            files: [.init("raw/x.log", "x"), .init("incident_report.json", "{}")],
            report: "incident_report.json")
    }

    @Test func a_trial_is_there_for_the_next_call_with_the_place_of_its_report() throws {
        let kept = try store().keep(played(1))
        #expect(kept.incident == "incidents/code/zero_division-1/incident_report.json")
        #expect(folder.text(kept.incident ?? "") == "{}")
        #expect(try store().trials() == [kept])
    }

    @Test func half_a_trial_is_none() throws {
        try folder.write("trials/code-zero_division-1.json", "{\"case\": \"zero_div")
        #expect(try store().trials().isEmpty)
    }

    @Test func another_plan_is_refused_and_says_what_differs() throws {
        _ = try store().keep(played(1))
        let error = #expect(throws: LabError.self) { try store(plan(seed: 2)) }
        #expect(error?.code == .usage && error?.message.contains("another seed (1)") == true)
        #expect(try store().trials().count == 1)
    }

    @Test func a_run_without_services_fits_every_engine() throws {
        _ = try store(plan(engine: "docker"))
        _ = try store(plan())
        #expect(throws: LabError.self) { try store(plan(engine: "process")) }
    }

    @Test func beginning_anew_removes_the_run_and_nothing_else() throws {
        _ = try store().keep(played(1))
        try folder.write("notes.txt", "mine")
        #expect(try store(plan(seed: 2), isFresh: true).trials().isEmpty)
        #expect(folder.text("notes.txt") == "mine")
        #expect(folder.text("incidents/code/zero_division-1/incident_report.json") == nil)
    }

    @Test func each_case_comes_once_before_any_comes_twice_and_none_that_is_done() {
        var other = item
        other.id = "hang"
        let done = [Trial(of: item, repetition: 1, outcome: .healed, detail: "")]
        let errands = BenchRunner.errands([item, other], repetitions: 2, without: done)
        #expect(errands.map { "\($0.item.id) \($0.repetition)" } == ["hang 1", "zero_division 2", "hang 2"])
    }

    @Test func every_errand_is_played_once_and_what_ended_is_kept_when_a_player_throws() async throws {
        struct Player: TrialPlayer {
            func play(_ item: BenchCase, repetition: Int, tell: @escaping @Sendable (String) -> Void)
                async throws -> PlayedTrial
            {
                if repetition == 5 { throw LabError(.cannotWrite, "full") }
                return PlayedTrial(Trial(of: item, repetition: repetition, outcome: .healed, detail: ""))
            }
        }
        let store = try store()
        let runner = BenchRunner(store: store) { _ in }
        let four = BenchRunner.errands([item], repetitions: 4, without: [])
        try await runner.run(four, players: [Player(), Player()], before: (0, 4))
        #expect(store.trials().map(\.repetition) == [1, 2, 3, 4])
        let more = BenchRunner.errands([item], repetitions: 6, without: store.trials())
        await #expect(throws: LabError.self) {
            try await runner.run(more, players: [Player()], before: (4, 6))
        }
        #expect(store.trials().count == 4)
    }
}
