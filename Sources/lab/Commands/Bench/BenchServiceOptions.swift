import ArgumentParser
import Bench
import Foundation
import Incident
import RuntimeHealing
import Watchdog
import WatchdogEngines
import WatchdogProbes

/// The options of trials on running services, and their wiring.
struct BenchServiceOptions: ParsableArguments {
    @OptionGroup var engineOptions: EngineOptions

    @Option(
        help: ArgumentHelp(
            "The sample service with all it needs, as scripts/labapp-image leaves it.",
            discussion: "Default: .lab/image/rootfs in the repository."))
    var rootfs: String?

    /// One of them that was given; nil when none was.
    var given: String? {
        if engineOptions.engine != .auto { return "--engine" }
        if engineOptions.socket != nil { return "--socket" }
        return rootfs == nil ? nil : "--rootfs"
    }

    /// - Throws: `LabError` with `.unavailable` when there is no sample service or no engine.
    func stage(_ root: String?) async throws -> any DemoStage {
        guard let root else {
            throw LabError(.badInput, "Services are tried inside of a checkout of the lab.")
        }
        return try await engineOptions.demoStage(rootfs: rootfs, root: root)
    }

    func run(
        _ errands: [BenchRunner.Errand], on stage: any DemoStage, _ runner: BenchRunner,
        _ ground: BenchGround,
        seed: UInt64, before: (done: Int, all: Int)
    ) async throws {
        let network = ProbeNetwork()
        let client = SampleClient()
        let player = ServicePlayer(
            .init(
                stage: stage, send: { await client.send($0, $1) },
                probes: { service, engine in
                    // The demo's own probes are well formed.
                    (try? ProbeFactory(engine: engine, network: network).probes(of: service))
                        ?? ServiceProbes(liveness: [])
                },
                ports: { try FreePorts.pair() }, healer: ground.healer, budget: ground.serviceBudget,
                seed: seed, folder: ground.serviceFolder))
        let result: Result<Void, any Error>
        do {
            result = .success(try await runner.run(errands, players: [player], before: before))
        } catch { result = .failure(error) }
        await client.stop()
        await network.stop()
        try result.mapError(EngineOptions.readable).get()
    }
}
