import Foundation
import Incident
import SourceEdit
import Trials
import Workspace

/// One run, stage by stage.
actor MutationRun {
    static let environment = ["SWIFT_BACKTRACE": "enable=no"]
    /// Mutants in one build; beyond it there are several, by file.
    static let perBuild = 4_000

    let workspace: Workspace
    let options: MutationOptions
    let library: String?
    let emit: @Sendable (MutationEvent) -> Void
    let name: String

    var mutants: [PlannedMutant] = []
    var durations: [(stage: String, duration: Duration)] = []
    var builds = 0
    var children = 0
    var judged = 0
    var tests = 0
    var flaky: Set<String> = []
    var counts: [MutantVerdict: Int] = [:]
    /// Mutants that this run still has to judge.
    var open = 0
    var store: VerdictStore?
    /// Of the last build.
    var baseline: Baseline?
    /// As the last build had them.
    var manifests: [String: String] = [:]
    /// Mutants that no switch can be put around.
    var unwoven: [Int] = []
    var judgingSince: ContinuousClock.Instant?

    init(
        workspace: Workspace, options: MutationOptions, library: String?,
        emit: @escaping @Sendable (MutationEvent) -> Void, name: String
    ) {
        self.workspace = workspace
        self.options = options
        self.library = library
        self.emit = emit
        self.name = name
    }

    func run(_ patient: String) async throws -> MutationOutcome {
        let commit = try await timed("copy") { try await workspace.load(patient: patient) }
        let plan = try await timed("plan") {
            let sources = try await PackageSources(workspace: workspace)
            return try MutantPlanner(sources: sources, filter: options.filter).plan()
        }
        mutants = plan.mutants
        var wasInterrupted = false
        do {
            try await openStore(commit)
            try await judgeAll(plan)
        } catch is CancellationError {
            wasInterrupted = true
        }
        var outcome = MutationOutcome(
            record: MutationRecord(
                package: name, toolVersion: options.toolVersion, seed: options.filter.seed,
                shard: options.filter.shard?.description, scope: workspace.scope, tests: tests,
                files: plan.files,
                mutants: mutants.map(\.mutant)))
        outcome.durations = durations
        outcome.builds = builds
        outcome.children = children
        outcome.judged = judged
        outcome.wasInterrupted = wasInterrupted
        return outcome
    }

    func timed<Value>(_ stage: String, _ body: () async throws -> Value) async rethrows -> Value {
        emit(.stage(stage))
        let start = ContinuousClock.now
        let value = try await body()
        took(stage, ContinuousClock.now - start)
        return value
    }

    private func took(_ stage: String, _ duration: Duration) {
        if let index = durations.firstIndex(where: { $0.stage == stage }) {
            durations[index].duration += duration
        } else {
            durations.append((stage, duration))
        }
    }

    /// Opens the store of this state of the package and takes over what it knows.
    private func openStore(_ commit: String) async throws {
        let toolchain = try await Toolchain.version(in: workspace.directory)
        let key = Digest.sha256(
            [
                commit, toolchain, options.toolVersion, "\(options.timeoutFactor)",
                "\(options.skipsFailingTests)", workspace.scope.phrase,
            ].joined(separator: "\0"))
        let opened = try VerdictStore(
            directory: workspace.directory + "/verdicts", key: String(key.prefix(16)),
            reads: options.usesStore)
        for (index, planned) in mutants.enumerated() where planned.mutant.verdict == .pending {
            guard let known = opened.known[planned.mutant.id] else { continue }
            mutants[index].mutant.verdict = known.verdict
            mutants[index].mutant.reason = known.reason
            mutants[index].mutant.killedBy = known.killedBy
            mutants[index].mutant.coveredBy = known.coveredBy
            mutants[index].mutant.nearestTest = known.nearestTest
            mutants[index].mutant.milliseconds = known.milliseconds
            mutants[index].mutant.isCached = true
        }
        tests = opened.testCount
        for planned in mutants { counts[planned.mutant.verdict, default: 0] += 1 }
        open = counts[.pending] ?? 0
        store = opened
    }

    /// One build after the other, by files, until everything that can be judged is.
    private func judgeAll(_ plan: MutantPlan) async throws {
        guard mutants.contains(where: { $0.mutant.verdict == .pending }) else { return }
        guard let library else {
            throw LabError(
                .unavailable,
                "Mutants cannot be judged here: it needs Linux, and libForkServer.so beside lab.")
        }
        for part in parts() {
            if part.contains(where: { mutants[$0].mutant.verdict == .pending }) {
                try await judge(part, plan, library)
            }
        }
        try await rebuild(unwoven, plan, library)
    }

    /// Indices of mutants, those of a file together.
    private func parts() -> [[Int]] {
        var parts: [[Int]] = []
        let byFile = Dictionary(grouping: mutants.indices) { mutants[$0].mutant.path }
        for path in byFile.keys.sorted() {
            let own = byFile[path] ?? []
            if let last = parts.indices.last, parts[last].count + own.count <= Self.perBuild {
                parts[last] += own
            } else {
                parts.append(own)
            }
        }
        return parts
    }

    // MARK: - Verdicts

    func settle(
        _ index: Int, _ verdict: MutantVerdict, reason: String? = nil, killedBy: [String] = [],
        coveredBy: [String] = [], nearest: String? = nil, duration: Duration = .zero
    ) throws {
        let isNews = verdict != .pending
        open -= 1
        counts[mutants[index].mutant.verdict, default: 0] -= 1
        counts[verdict, default: 0] += 1
        mutants[index].mutant.verdict = verdict
        mutants[index].mutant.reason = reason
        mutants[index].mutant.killedBy = killedBy
        mutants[index].mutant.coveredBy = coveredBy
        mutants[index].mutant.nearestTest = nearest
        mutants[index].mutant.milliseconds = Int((duration / .milliseconds(1)).rounded())
        guard isNews else { return }
        judged += 1
        try store?.append(mutants[index].mutant)
        report()
    }

    func report() {
        guard let since = judgingSince else { return }
        emit(
            .judged(
                MutationProgress(
                    judged: judged, all: judged + open, counts: counts, elapsed: ContinuousClock.now - since))
        )
    }
}
