import Incident
import SourceEdit
import Trials
import Workspace

extension MutationRun {
    /// Judges mutants that no switch can be put around, each in a build of its own, up to a limit.
    ///
    /// Nothing tells which tests reach them, so all may run: those first that reach other mutants of the function.
    func rebuild(_ unwoven: [Int], _ plan: MutantPlan, _ library: String) async throws {
        guard let baseline, !unwoven.isEmpty else { return }
        try await timed("rebuild") {
            open += min(unwoven.count, options.rebuildLimit)
            for (count, index) in unwoven.prefix(options.rebuildLimit).enumerated() {
                emit(
                    .stage(
                        "rebuilding for mutant \(count + 1) of \(min(unwoven.count, options.rebuildLimit))"))
                try await rebuild(index, baseline, plan, library)
            }
        }
    }

    private func rebuild(
        _ index: Int, _ baseline: Baseline, _ plan: MutantPlan, _ library: String
    ) async throws {
        let mutation = mutants[index].mutation
        guard let file = plan.sources[mutation.path], let text = mutation.edits.applied(to: file.text) else {
            return
        }
        let build = try await workspace.build(
            woven: manifests.merging([file.path: text]) { $1 }, linking: library,
            arguments: SchemataBuild.withoutDebugInformation)
        builds += 1
        guard build.run.succeeded else {
            let notes = CompilerNotes(build.run.evidence.console, root: build.tree)
            // Without a place in the sources it may be anything: a full disk, a killed compiler.
            guard let problem = notes.problems.first else {
                return open(index, "its build failed: \(notes.elsewhere.first ?? "no message")")
            }
            return try settle(index, .unviable, reason: problem.message)
        }
        guard let setup = try await workspace.forkSetup(for: build, units: 0, environment: Self.environment)
        else { return }
        let pool = try await ForkPool.start(setup, servers: 1)
        do {
            // Tests share no process: without a switch nothing tells what sharing alone does.
            let judge = MutantJudge(
                pool: pool, bench: try await baseline.bench.moved(to: pool), mayShare: false)
            let function = mutants[index].mutant.function
            let near = baseline.units(in: file.path, function)
            let patience = MutantJudge.Patience(
                factor: options.timeoutFactor * 2, extra: .milliseconds(500), isFinal: true)
            let judgement = try await judge.judge(
                nil, covering: baseline.ordered(near: near), patience)
            await pool.stop()
            try settle(index, judgement, coveredBy: [], nearest: nil)
        } catch {
            await pool.stop()
            throw error
        }
    }

    private func open(_ index: Int, _ reason: String) { mutants[index].mutant.reason = reason }
}
