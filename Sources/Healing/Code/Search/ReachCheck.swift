import Fixers
import Incident
import Trials
import Workspace

/// Tells patches that please the failing tests by keeping everyone away from code.
///
/// ```swift
/// guard position > pattern.count else { return true }   // was `<`; what follows never runs again
/// ```
///
/// Code that passing tests ran before, and that no test at all runs under the patch, was switched off and not mended.
struct ReachCheck {
    let pool: ForkPool
    let bench: TestBench
    let built: SchemataBuild.Built
    /// Tests that pass without any patch.
    let passing: [TestBench.Test]
    let failing: [TestBench.Test]

    /// The patches under which all that passing tests ran is still run by some test, in the same order.
    func kept(
        _ patches: [SearchCandidate], isolation: isolated (any Actor)? = #isolation
    ) async throws -> [SearchCandidate] {
        let choices =
            [[]] + patches.map { $0.numbers.map { ForkJob.Choice(unit: built.units[$0] ?? 0, number: $0) } }
        var jobs: [ForkJob] = []
        var owners: [Int] = []
        for (index, active) in choices.enumerated() {
            for var job in bench.jobs(passing + (index == 0 ? [] : failing), active: active, patience: 2) {
                job.recordsHits = true
                jobs.append(job)
                owners.append(index)
            }
        }
        var reached = Array(repeating: Set<Int32>(), count: choices.count)
        var isKnown = Array(repeating: true, count: choices.count)
        for try await (index, result) in pool.results(of: jobs) {
            reached[owners[index]].formUnion(result.hits)
            if result.termination == .timedOut { isKnown[owners[index]] = false }
        }
        guard isKnown[0] else { return patches }
        return patches.enumerated().filter { index, patch in
            !isKnown[index + 1] || !leavesOut(patch, before: reached[0], after: reached[index + 1])
        }
        .map(\.element)
    }

    private func leavesOut(_ patch: SearchCandidate, before: Set<Int32>, after: Set<Int32>) -> Bool {
        let own = patch.numbers.compactMap { built.units[$0] }.compactMap { built.unitLines[$0] }
        return before.subtracting(after).contains { unit in
            guard let place = built.unitLines[unit] else { return false }
            // Inside of what the patch replaces nothing is known.
            return !own.contains { $0.path == place.path && $0.lines.overlaps(place.lines) }
        }
    }
}
