import Fixers
import Incident
import SourceEdit
import Trials
import Workspace

/// Runs the tests under each candidate, few first and all for what passes those.
///
/// ```
/// all candidates ─► the quickest failing test ─► all failing tests ─► all tests
/// ```
struct SearchTrial {
    let pool: ForkPool
    let bench: TestBench
    /// The unit of each mutation.
    let units: [Int32: Int32]
    /// At least one.
    let failing: [TestBench.Look]
    /// Tests that passed before, and must pass after.
    let usable: [TestBench.Test]
    let deadline: ContinuousClock.Instant
    /// Time past the deadline for candidates that passed some tests before it.
    let grace: Duration
    let emit: @Sendable (HealEvent) -> Void

    /// Candidates under which every test passes, best first.
    func run(
        _ candidates: [SearchCandidate], run: inout Int, isolation: isolated (any Actor)? = #isolation
    ) async throws -> [SearchCandidate] {
        let ordered = candidates.enumerated().sorted {
            ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
        }
        .map(\.element)
        let all = failing.map(\.test)
        var found = ordered
        var slow: [SearchCandidate] = []
        let stages = (all.count > 1 ? quickest.map { [[$0.test]] } ?? [] : []) + [all]
        for (stage, tests) in stages.enumerated() {
            let verdicts = try await passing(
                found, tests, tests.count < all.count ? "the quickest failing test" : "failing tests",
                isFirst: stage == 0)
            if stage == 0 { run += verdicts.judged }
            found = verdicts.passing
            slow += verdicts.slow
            if found.isEmpty { break }
        }
        if found.isEmpty, !slow.isEmpty, ContinuousClock.now < deadline {
            // What is right may have more to do than the tests that pass at first.
            found = try await passing(
                Array(slow.prefix(Self.mostSlow)), all, "failing tests, with more time,", patience: 6
            ).passing
        }
        if found.isEmpty { return [] }
        return try await passing(found, usable + all, "all tests").passing
    }

    /// The failing test that turns most candidates down in the least time: one that runs little else.
    private var quickest: TestBench.Look? {
        failing.min {
            ($0.slowness, $0.hits.count, $0.test.name) < ($1.slowness, $1.hits.count, $1.test.name)
        }
    }

    /// Candidates that ran out of time and are tried once more where nothing else helps.
    private static let mostSlow = 24

    private func passing(
        _ candidates: [SearchCandidate], _ tests: [TestBench.Test], _ what: String, patience: Int = 1,
        isFirst: Bool = false,
        isolation: isolated (any Actor)? = #isolation
    ) async throws -> (passing: [SearchCandidate], judged: Int, slow: [SearchCandidate]) {
        let choices = candidates.map { candidate in
            candidate.numbers.map { ForkJob.Choice(unit: units[$0] ?? 0, number: $0) }
        }
        let end = isFirst ? deadline : max(deadline, ContinuousClock.now + grace)
        let verdicts = try await ChoiceTrial(pool: pool, bench: bench, deadline: end).run(
            choices, tests, wantsEvents: what == "all tests", patience: patience
        ) { judged, passed, rate in
            let best = passed.min().map { "; best: \(candidates[$0].mutations[0].summary)" } ?? ""
            emit(
                .progress(
                    "search: \(what) under \(judged) of \(candidates.count) candidates, \(rate)/s, "
                        + "\(passed.count) pass\(best)"))
        }
        return (
            verdicts.passed.map { candidates[$0] }, verdicts.judged, verdicts.slow.map { candidates[$0] }
        )
    }

    /// Two changes at a time of one kind, of the likeliest that stand at different places.
    ///
    /// Any two changes would find patches for more failures, but most of them only please the tests there are.
    func pairs(of candidates: [SearchCandidate], partners: Int) -> [SearchCandidate] {
        let best = candidates.enumerated().sorted {
            ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
        }
        .prefix(partners).map(\.element)
        var found: [SearchCandidate] = []
        for (index, first) in best.enumerated() {
            for second in best.dropFirst(index + 1) {
                guard let one = units[first.numbers[0]], let two = units[second.numbers[0]], one != two,
                    first.operators == second.operators, !first.removes, !second.removes,
                    Self.areApart(first, second)
                else { continue }
                let (a, b) = first.numbers[0] < second.numbers[0] ? (first, second) : (second, first)
                found.append(
                    SearchCandidate(
                        numbers: a.numbers + b.numbers, mutations: a.mutations + b.mutations,
                        suspiciousness: max(a.suspiciousness, b.suspiciousness),
                        score: a.score * b.score / 2))
            }
        }
        return found
    }

    private static func areApart(_ first: SearchCandidate, _ second: SearchCandidate) -> Bool {
        guard first.mutations[0].path == second.mutations[0].path else { return true }
        return first.mutations[0].edits.allSatisfy { one in
            second.mutations[0].edits.allSatisfy {
                one.range.upperBound < $0.range.lowerBound || $0.range.upperBound < one.range.lowerBound
            }
        }
    }
}
