import Fixers
import Incident
import SourceEdit
import Trials
import Workspace

/// Runs the tests under each candidate: those that fail first, the rest for what passes them.
struct SearchTrial {
    let pool: ForkPool
    let bench: TestBench
    /// The unit of each mutation.
    let units: [Int32: Int32]
    let failing: [TestBench.Test]
    /// Tests that passed before, and must pass after.
    let usable: [TestBench.Test]
    let deadline: ContinuousClock.Instant
    let emit: @Sendable (HealEvent) -> Void

    /// Candidates under which every test passes, best first.
    func run(
        _ candidates: [SearchCandidate], run: inout Int, isolation: isolated (any Actor)? = #isolation
    ) async throws -> [SearchCandidate] {
        let ordered = candidates.enumerated().sorted {
            ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
        }
        .map(\.element)
        var (first, count, slow) = try await passing(ordered, failing, "failing tests")
        run += count
        if first.isEmpty, !slow.isEmpty, ContinuousClock.now < deadline {
            // What is right may have more to do than the tests that pass at first.
            first = try await passing(
                Array(slow.prefix(Self.mostSlow)), failing, "failing tests, with more time,", patience: 6
            ).passing
        }
        if first.isEmpty { return [] }
        return try await passing(first, usable + failing, "all tests").passing
    }

    /// Candidates that ran out of time and are tried once more where nothing else helps.
    private static let mostSlow = 24

    private func passing(
        _ candidates: [SearchCandidate], _ tests: [TestBench.Test], _ what: String, patience: Int = 1,
        isolation: isolated (any Actor)? = #isolation
    ) async throws -> (passing: [SearchCandidate], judged: Int, slow: [SearchCandidate]) {
        let choices = candidates.map { candidate in
            candidate.numbers.map { ForkJob.Choice(unit: units[$0] ?? 0, number: $0) }
        }
        let verdicts = try await ChoiceTrial(pool: pool, bench: bench, deadline: deadline).run(
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
