import Incident
import Trials
import Workspace

/// Runs the same tests under each of many choices of candidates, in children of fork servers.
struct ChoiceTrial {
    /// By index of the choice.
    struct Verdicts {
        var passed: [Int] = []
        var judged = 0
        /// Those that ran out of time.
        var slow: [Int] = []
        /// Tests that did not pass, where events were wanted.
        var failing: [Int: Set<String>] = [:]
    }

    let pool: ForkPool
    let bench: TestBench
    /// After this what was judged so far counts; nil for none.
    var deadline: ContinuousClock.Instant?

    /// - Parameter wantsEvents: whether the failing tests are wanted by name.
    /// - Parameter progress: the number judged, the indices that pass, and choices per second; a few times a second.
    func run(
        _ choices: [[ForkJob.Choice]], _ tests: [TestBench.Test], wantsEvents: Bool, patience: Int = 1,
        isolation: isolated (any Actor)? = #isolation,
        progress: (_ judged: Int, _ passed: Set<Int>, _ rate: Int) -> Void
    ) async throws -> Verdicts {
        var jobs: [ForkJob] = []
        var owners: [Int] = []
        for (index, active) in choices.enumerated() {
            for job in bench.jobs(tests, active: active, wantsEvents: wantsEvents, patience: patience) {
                jobs.append(job)
                owners.append(index)
            }
        }
        var open = Array(repeating: 0, count: choices.count)
        for owner in owners { open[owner] += 1 }
        var failed: Set<Int> = []
        var passed: Set<Int> = []
        var slow: Set<Int> = []
        var verdicts = Verdicts()
        let start = ContinuousClock.now
        var told = start
        for try await (index, result) in pool.results(of: jobs) {
            let owner = owners[index]
            open[owner] -= 1
            if !result.passed { failed.insert(owner) }
            if result.termination == .timedOut { slow.insert(owner) }
            if wantsEvents {
                let known = Dictionary(result.outcomes.map { ($0.test, $0.result) }) { $1 }
                let missed = jobs[index].tests.filter { known[$0] != .passed && known[$0] != .skipped }
                verdicts.failing[owner, default: []].formUnion(missed)
            }
            if open[owner] == 0 {
                verdicts.judged += 1
                if !failed.contains(owner) { passed.insert(owner) }
            }
            let now = ContinuousClock.now
            if now - told > .milliseconds(200) {
                told = now
                let rate = Int(Double(verdicts.judged) / max((now - start) / .seconds(1), 0.001))
                progress(verdicts.judged, passed, rate)
            }
            if let deadline, now >= deadline { break }
        }
        verdicts.passed = passed.sorted()
        verdicts.slow = slow.sorted()
        return verdicts
    }
}
