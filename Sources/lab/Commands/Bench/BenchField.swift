import Bench
import Incident
import RuntimeHealing
import Scoreboard
import Watchdog

/// What a call of `lab bench` breaks, and where it keeps what comes of it: worked out and checked before the first trial.
protocol BenchField {
    /// As the record names it.
    var name: String { get }
    var output: String { get }
    var healer: Healer { get }
    /// Of the services; nil where none is broken.
    var engine: EngineKind? { get }
    /// Digest of the package's files; empty where none is broken.
    var package: String { get }
    /// Digest of the services' configuration; nil where none of somebody's own is broken.
    var configuration: String? { get }

    /// - Parameter done: trials of the whole run that are done already.
    func carryOut(_ errands: [BenchRunner.Errand], after done: Int, with runner: BenchRunner) async throws
}

/// A package, and the sample service.
struct PackageField: BenchField {
    private let ground: BenchGround
    private let stage: (any DemoStage)?
    private let services: BenchServiceOptions
    private let jobs: Int
    private let seed: UInt64

    init(_ command: BenchCommand, _ cases: [BenchCase]) async throws {
        ground = try BenchGround(command)
        try Artifacts.check(ground.output, flag: "--output")
        services = command.services
        jobs = command.jobs
        seed = command.selection.seed
        let hasServices = cases.contains { $0.domain == .container }
        stage = hasServices ? try await services.stage(ground.root) : nil
    }

    var name: String { ground.name }
    var output: String { ground.output }
    var healer: Healer { ground.healer }
    var engine: EngineKind? { stage?.engine.kind }
    var package: String { PackageFiles.digest(of: ground.package) }
    var configuration: String? { nil }

    /// Code first, with as many players as jobs; then services, which share one stage.
    func carryOut(_ errands: [BenchRunner.Errand], after done: Int, with runner: BenchRunner) async throws {
        let code = errands.filter { $0.item.domain == .code }
        let service = errands.filter { $0.item.domain == .container }
        let all = done + errands.count
        if !code.isEmpty {
            try await runner.run(code, players: ground.players(jobs), before: (done, all))
        }
        if let stage, !service.isEmpty {
            try await services.run(
                service, on: stage, runner, ground, seed: seed, before: (done + code.count, all))
        }
    }
}
