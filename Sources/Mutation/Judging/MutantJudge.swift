import Incident
import Trials
import Workspace

/// Runs the tests that reach a mutant until one of them fails twice.
///
///     likeliest test ─► next 3 ─► next 9 ─► … ─► survived
///           └ fails? ─► alone once more ─► fails? ─► killed
struct MutantJudge: Sendable {
    /// How much longer than what the baseline took.
    struct Patience: Sendable {
        var factor = 1.0
        var extra = Duration.zero
        /// Nothing else runs, so that what takes too long does so by itself.
        var isFinal = false
    }

    /// Tests in the first child, and by how much each next one has more; most mutants are killed by the first or
    /// second, and a child costs as much as a few quick tests.
    private static let firstBatch = 1
    private static let growth = 3
    /// Quick tests share a child up to so much nominal time; after this the next child begins.
    private static let batchTime = Duration.milliseconds(2_400)
    /// A process that used this many times the processor time of the baseline, and some more for starting, is slow by
    /// itself and not for load.
    private static let clearlySlow = 2.0
    private static let startingTime = Duration.milliseconds(120)

    let pool: ForkPool
    let bench: TestBench
    /// Tests can share a process; where they cannot, each gets its own.
    let mayShare: Bool

    func judge(
        _ choice: ForkJob.Choice?, covering looks: [TestBench.Look], _ patience: Patience
    ) async throws -> Judgement {
        var judgement = Judgement()
        var size = Self.firstBatch
        var rest = looks[...]
        while !rest.isEmpty {
            let batch = Self.prefix(of: rest, size: mayShare ? size : 1)
            rest = rest.dropFirst(batch.count)
            size *= Self.growth
            for group in Dictionary(grouping: batch, by: \.test.framework).sorted(by: {
                $0.key.rawValue > $1.key.rawValue
            }) {
                try await judge(choice, in: group.value, patience, &judgement)
                if judgement.verdict != nil || judgement.reason != nil { return judgement }
            }
        }
        judgement.verdict = .survived
        return judgement
    }

    private static func prefix(of looks: ArraySlice<TestBench.Look>, size: Int) -> [TestBench.Look] {
        var batch: [TestBench.Look] = []
        var time = Duration.zero
        for look in looks.prefix(size) {
            time += look.nominalDuration
            if !batch.isEmpty, time > batchTime { break }
            batch.append(look)
        }
        return batch
    }

    /// Leaves the judgement open when every test of the batch passes.
    private func judge(
        _ choice: ForkJob.Choice?, in batch: [TestBench.Look], _ patience: Patience,
        _ judgement: inout Judgement
    ) async throws {
        let first = try await look(choice, at: batch, patience, &judgement)
        switch first {
        case .passed:
            return
        case .unknown(let reason):
            judgement.verdict = .pending
            judgement.reason = reason
        case .timedOut(let test, let isClear):
            guard isClear || patience.isFinal else {
                // Load may have made it slow.
                judgement.reason = "again"
                return
            }
            judgement.verdict = .timedOut
            judgement.reason = test.map { "\($0) did not end" }
        case .failed(let tests):
            try await confirm(choice, tests, of: batch, patience, &judgement)
        }
    }

    /// Only what fails again is a kill.
    private func confirm(
        _ choice: ForkJob.Choice?, _ tests: [String], of batch: [TestBench.Look], _ patience: Patience,
        _ judgement: inout Judgement
    ) async throws {
        let suspects = batch.filter { tests.contains($0.test.name) }
        for suspect in (suspects.isEmpty ? batch : suspects).prefix(suspects.isEmpty ? batch.count : 3) {
            switch try await look(choice, at: [suspect], patience, &judgement) {
            case .failed:
                judgement.verdict = .killed
                judgement.killedBy = [suspect.test.name] + tests.filter { $0 != suspect.test.name }
                return
            case .timedOut(_, let isClear):
                guard isClear || patience.isFinal else {
                    judgement.reason = "again"
                    return
                }
                judgement.verdict = .timedOut
                judgement.reason = "\(suspect.test.name) did not end"
                return
            case .unknown(let reason):
                judgement.verdict = .pending
                judgement.reason = reason
                return
            case .passed:
                if batch.count == 1 { judgement.flaky.append(suspect.test.name) }
            }
        }
        guard batch.count > 1 else { return }
        // It takes several tests in one process: a kill if it needs the change as well.
        let control = try await look(nil, at: batch, patience, &judgement)
        if case .passed = control,
            case .failed(let again) = try await look(choice, at: batch, patience, &judgement)
        {
            judgement.verdict = .killed
            judgement.killedBy = again
            return
        }
        for look in batch where judgement.verdict == nil && judgement.reason == nil {
            guard !suspects.contains(where: { $0.test == look.test }) else { continue }
            try await judge(choice, in: [look], patience, &judgement)
        }
    }

    // MARK: - Children

    private enum Sight {
        case passed
        /// Tests that failed; empty when the process ended without saying in which.
        case failed([String])
        case timedOut(test: String?, isClear: Bool)
        case unknown(String)
    }

    /// Runs tests of one framework in one child.
    private func look(
        _ choice: ForkJob.Choice?, at batch: [TestBench.Look], _ patience: Patience,
        _ judgement: inout Judgement
    ) async throws -> Sight {
        guard
            var job = bench.jobs(batch.map(\.test), active: choice.map { [$0] } ?? [], wantsEvents: true)
                .first
        else { return .unknown("its tests are not in the bundle") }
        job.wall = job.wall * patience.factor + patience.extra
        job.cpu = job.cpu.map { $0 * patience.factor + patience.extra }
        let result = try await pool.run(job)
        judgement.children += 1
        judgement.duration += result.duration
        if result.hadNoChild { return .unknown("no child could be started for its tests") }
        if result.passed { return .passed }
        let outcomes = result.outcomes
        if result.termination == .timedOut {
            let open = outcomes.first { $0.result == .timedOut }?.test
            // What failed before it hung, or the rest did, is a kill like any other, however long it takes to tell its failures.
            let failed = result.failedTests
            if !failed.isEmpty { return .failed(failed) }
            let usual = batch.reduce(Duration.zero) { $0 + $1.cpu } * patience.factor
            let isClear = result.cpu > usual * Self.clearlySlow + Self.startingTime
            return .timedOut(test: open ?? (batch.count == 1 ? batch[0].test.name : nil), isClear: isClear)
        }
        return .failed(outcomes.filter { $0.result == .failed || $0.result == .crashed }.map(\.test))
    }
}
