import Incident
import SourceEdit
import Trials
import Workspace

extension MutationRun {
    /// Builds some mutants at once and judges those of them that have no verdict.
    func judge(_ part: [Int], _ plan: MutantPlan, _ library: String) async throws {
        // Those with verdicts are woven as well: the same text needs no new build after a run that was stopped.
        let woven = part.filter {
            let verdict = mutants[$0].mutant.verdict
            return verdict != .skipped && verdict != .unviable
        }
        let paths = Set(woven.map { mutants[$0].mutant.path })
        let needed = try await neededTargets(paths)
        let built = try await timed("build") {
            let builder = SchemataBuild(
                workspace: workspace, library: library, files: plan.sources.filter { paths.contains($0.key) },
                arguments: SchemataBuild.withoutDebugInformation, keeping: needed
            ) { [emit] in emit(.stage($0)) }
            return try await builder.build(
                woven.map { Schema.Numbered(number: Int32($0 + 1), mutation: mutants[$0].mutation) })
        }
        builds += built.builds
        manifests = built.manifests
        guard
            let setup = try await workspace.forkSetup(
                for: built.build, units: built.unitLimit, environment: Self.environment)
        else {
            throw LabError(
                .badInput, "The package has no tests, so nothing can notice a mutant.",
                hint: "Write tests first; `--list` shows the mutants they should notice.")
        }
        let pool = try await ForkPool.start(setup, servers: options.jobs)
        if case .partial(let reason) = pool.isolation {
            emit(.warning("mutants are kept from the machine only in part: \(reason)"))
        }
        do {
            try await judge(woven, built, pool)
            await pool.stop()
        } catch {
            await pool.stop()
            throw error
        }
    }

    /// Those that the tests which count need, and those with mutants; nil for all of the package.
    private func neededTargets(_ paths: Set<String>) async throws -> [String]? {
        guard !workspace.scope.isAll else { return nil }
        let package = try await workspace.describePackage()
        let targets = package.targets.filter { $0.kind == "test" }
        var tests: [SourceFile] = []
        for path in try await workspace.sourceFiles() where targets.contains(where: { $0.compiles(path) }) {
            // What is no text holds no tests.
            if let text = try? await workspace.read(path) { tests.append(SourceFile(path: path, text: text)) }
        }
        let mutated = package.targets.filter { paths.contains(where: $0.compiles) }.map(\.name)
        return NeededTargets(package, tests: tests).names(for: workspace.scope, and: Set(mutated))
    }

    private func judge(_ woven: [Int], _ built: SchemataBuild.Built, _ pool: ForkPool) async throws {
        var baseline = try await timed("baseline") {
            try await Baseline(pool: pool, wall: options.perTest) { [emit] done, all in
                emit(.stage("baseline: \(done) of \(all) tests"))
            }
        }
        try check(baseline)
        for index in woven {
            guard let unit = built.units[Int32(index + 1)] else { continue }
            baseline.place(unit, in: mutants[index].mutant.path, mutants[index].mutant.function)
        }
        self.baseline = baseline
        tests = baseline.usable.count
        try store?.begin(tests: baseline.usable.map(\.test.name))
        judgingSince = judgingSince ?? .now
        let measured = baseline
        try await timed("judge") {
            let open = try sort(woven, built, measured)
            try await judge(open, built, measured, pool)
        }
    }

    private func check(_ baseline: Baseline) throws {
        if !baseline.failing.isEmpty {
            let shown = baseline.failing.prefix(10).map { "\n  \($0)" }.joined()
            let rest = baseline.failing.count > 10 ? "\n  and \(baseline.failing.count - 10) more" : ""
            guard options.skipsFailingTests else {
                throw LabError(
                    .testsFail, "The tests must pass first; without any mutant these fail:\(shown)\(rest)",
                    hint:
                        "Repair them (`lab heal`), or judge without them: --skip-failing-tests. They run alone, "
                        + "without network, in a copy of the package.")
            }
            emit(.warning("these tests fail without any mutant and are left out:\(shown)\(rest)"))
        }
        if !baseline.flaky.isEmpty {
            emit(
                .warning(
                    "these tests fail now and then and are left out: \(baseline.flaky.joined(separator: ", "))"
                ))
        }
        guard !baseline.usable.isEmpty else { throw LabError(.testsFail, "No test of the package passes.") }
        if !baseline.mayShare {
            emit(
                .warning(
                    "some tests fail after others in one process; each runs in its own, which takes longer"))
        }
    }

    /// Settles what needs no test run; what is left, in the order of the seed.
    private func sort(_ woven: [Int], _ built: SchemataBuild.Built, _ baseline: Baseline) throws -> [Int] {
        let reached = baseline.usable.reduce(into: Set<Int32>()) { $0.formUnion($1.hits) }
        var open: [Int] = []
        for index in woven where mutants[index].mutant.verdict == .pending {
            let number = Int32(index + 1)
            if let message = built.unviable[number], Self.isDoubtful(message) {
                try settle(
                    index, .pending, reason: "in one build with others it does not compile: \(message)")
                unwoven.append(index)
            } else if let message = built.unviable[number] {
                try settle(index, .unviable, reason: message.isEmpty ? "does not compile" : message)
            } else if built.abandoned.contains(number) {
                try settle(index, .pending, reason: "its file does not build with switches in it")
                unwoven.append(index)
            } else if let unit = built.units[number] {
                if reached.contains(unit) { open.append(index) } else { try settle(index, .notCovered) }
            } else {
                let reason = built.unwoven[number]?.rawValue ?? "not in the build"
                try settle(index, .pending, reason: "no switch can be put around it: \(reason)")
                unwoven.append(index)
            }
        }
        return open.map { ($0, MutantOrder.key(mutants[$0].mutant.id, seed: options.filter.seed)) }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// Errors about what happens before and after: another mutant of the same function can be the reason.
    private static func isDoubtful(_ message: String) -> Bool {
        ["before being initialized", "used before", "without initializing", "missing return"].contains {
            message.contains($0)
        }
    }

    private func judge(
        _ open: [Int], _ built: SchemataBuild.Built, _ baseline: Baseline, _ pool: ForkPool
    ) async throws {
        let judge = MutantJudge(pool: pool, bench: baseline.bench, mayShare: baseline.mayShare)
        let patience = MutantJudge.Patience(factor: options.timeoutFactor)
        var again: [Int] = []
        try await withThrowingTaskGroup(of: (Int, Judgement).self) { group in
            var queue = open.makeIterator()
            func add() {
                guard let index = queue.next(), let unit = built.units[Int32(index + 1)] else { return }
                let covering = baseline.covering(unit)
                let choice = ForkJob.Choice(unit: unit, number: Int32(index + 1))
                group.addTask { (index, try await judge.judge(choice, covering: covering, patience)) }
            }
            // One more than there are servers, so that none waits for a verdict to be written.
            for _ in 0...options.jobs { add() }
            while let (index, judgement) = try await group.next() {
                add()
                if judgement.verdict == nil {
                    again.append(index)
                } else {
                    try settle(index, judgement, built, baseline)
                }
            }
        }
        // What took too long once is judged with nothing beside it and four times as long.
        for index in again.sorted() {
            guard let unit = built.units[Int32(index + 1)] else { continue }
            let slow = MutantJudge.Patience(
                factor: options.timeoutFactor * 4, extra: .milliseconds(500), isFinal: true)
            let judgement = try await judge.judge(
                ForkJob.Choice(unit: unit, number: Int32(index + 1)), covering: baseline.covering(unit), slow)
            try settle(index, judgement, built, baseline)
        }
    }

    private func settle(
        _ index: Int, _ judgement: Judgement, _ built: SchemataBuild.Built, _ baseline: Baseline
    ) throws {
        guard let unit = built.units[Int32(index + 1)] else { return }
        let mutant = mutants[index].mutant
        let nearest =
            judgement.verdict == .survived
            ? baseline.nearest(to: unit, among: baseline.units(in: mutant.path, mutant.function)) : nil
        try settle(index, judgement, coveredBy: baseline.covering(unit).map(\.test.name), nearest: nearest)
    }

    func settle(_ index: Int, _ judgement: Judgement, coveredBy: [String], nearest: String?) throws {
        children += judgement.children
        for test in judgement.flaky where flaky.insert(test).inserted {
            emit(.warning("\(test) failed and then passed under the same mutant: it is flaky"))
        }
        try settle(
            index, judgement.verdict ?? .pending, reason: judgement.reason, killedBy: judgement.killedBy,
            coveredBy: coveredBy, nearest: nearest, duration: judgement.duration)
    }
}
