import Foundation
import Incident
import RuntimeFaults
package import RuntimeHealing
package import Scoreboard
package import Watchdog

/// Plays the faults of running services on the sample service, one after the other: they share its names.
package struct ServicePlayer: TrialPlayer {
    package struct Options: Sendable {
        package var stage: any DemoStage
        /// A request to the sample service: status and body, or nil when it does not answer.
        package var send: @Sendable (_ method: String, _ url: String) async -> (status: Int, body: String)?
        package var probes: @Sendable (ServiceSpec, any ContainerEngine) -> ServiceProbes
        /// Of the service and of what it depends on, free at the moment.
        package var ports: @Sendable () throws -> (Int, Int)
        package var healer: Healer
        package var budget: Duration
        package var seed: UInt64
        /// For what a command is given.
        package var folder: String

        package init(
            stage: any DemoStage,
            send: @escaping @Sendable (_ method: String, _ url: String) async -> (status: Int, body: String)?,
            probes: @escaping @Sendable (ServiceSpec, any ContainerEngine) -> ServiceProbes,
            ports: @escaping @Sendable () throws -> (Int, Int), healer: Healer, budget: Duration,
            seed: UInt64, folder: String
        ) {
            self.stage = stage
            self.send = send
            self.probes = probes
            self.ports = ports
            self.healer = healer
            self.budget = budget
            self.seed = seed
            self.folder = folder
        }
    }

    private let options: Options

    package init(_ options: Options) { self.options = options }

    package func play(
        _ item: BenchCase, repetition: Int, tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial {
        let start = ContinuousClock.now
        var played: PlayedTrial
        do {
            played = try await playOnce(item, repetition, tell)
        } catch let error as CancellationError {
            throw error
        } catch let error as LabError where error.code == .timedOut {
            played = PlayedTrial(
                Trial(
                    of: item, repetition: repetition, outcome: .timedOut, reason: .timedOut,
                    detail: error.message))
        } catch {
            let message = (error as? LabError)?.message ?? (error as? EngineFault)?.message ?? "\(error)"
            played = PlayedTrial(
                Trial(of: item, repetition: repetition, outcome: .unviable, detail: message))
        }
        played.trial.milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        return played
    }

    private func playOnce(
        _ item: BenchCase, _ repetition: Int, _ tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial {
        guard let fault = ContainerFaultCatalogue.find(item.id) else {
            throw LabError(.software, "There is no fault '\(item.id)'.")
        }
        let ports = try options.ports()
        let send = options.send
        let stage = options.stage
        let oracle = ServiceOracle(
            item, identity: { await Self.identity(on: stage) },
            isWell: { await send("GET", "http://127.0.0.1:\(ports.0)/healthz")?.status == 200 })
        var demo = RuntimeDemo.Options(
            fault: fault, stage: options.stage, send: send, probes: options.probes, port: ports.0,
            dependencyPort: ports.1, timeLimit: options.budget, seed: options.seed &+ UInt64(repetition - 1),
            tell: { event in
                if case .watchdog(let announcement) = event { oracle.heard(announcement) }
                if case .step(let name, _, _) = event { tell(name) }
            })
        demo.reached = { await oracle.reached($0) }
        switch options.healer {
        case .lab: return try await watch(item, repetition, RuntimeDemo(demo), oracle)
        case .command(let command):
            return try await handOver(item, repetition, RuntimeDemo(demo), oracle, to: command)
        }
    }

    /// The lab's own watchdog.
    private func watch(
        _ item: BenchCase, _ repetition: Int, _ demo: RuntimeDemo, _ oracle: ServiceOracle
    ) async throws -> PlayedTrial {
        let record = try await demo.run()
        let data = record.report.data
        let findings = oracle.findings(calledPerson: record.outcome == .escalated)
        var trial = oracle.trial(repetition, findings)
        trial.claimed = data.verdict == .healed
        if !item.isControl {
            trial.detected = data.diagnosis != nil
            trial.diagnosed = data.diagnosis?.failureClass == item.failureClass
        }
        return PlayedTrial(
            trial, files: record.raw + record.artifacts, report: RuntimeDemoRecord.reportName)
    }

    private func handOver(
        _ item: BenchCase, _ repetition: Int, _ demo: RuntimeDemo, _ oracle: ServiceOracle,
        to command: HealerCommand
    ) async throws -> PlayedTrial {
        guard demo.canHandOver else {
            return PlayedTrial(
                Trial(
                    of: item, repetition: repetition, outcome: .notApplicable,
                    detail: "a command's line to the engine cannot be cut"))
        }
        var result: HealerCommand.Result?
        try await demo.handOver { handover in
            result = try await call(command, handover)
        }
        guard let result else { throw LabError(.software, "The healer was not called.") }
        let findings = oracle.findings(calledPerson: result.callsPerson, wasTimedOut: result.wasTimedOut)
        var trial = oracle.trial(repetition, findings)
        trial.claimed = result.claimsHeal
        trial.candidatesTried = result.answer.candidatesTried
        if !item.isControl, let diagnosis = result.answer.diagnosis {
            trial.detected = true
            trial.diagnosed = diagnosis == item.failureClass
        }
        return PlayedTrial(trial, files: [.init("healer.log", result.console)])
    }

    private func call(
        _ command: HealerCommand, _ handover: DemoHandover
    ) async throws -> HealerCommand.Result {
        struct KnownGood: Encodable {
            var reference: String
            var digest: String
        }
        let folder = options.folder + "/handover"
        try? FileManager.default.removeItem(atPath: folder)
        let file = "known_good.json"
        try ArtifactWriter(directory: folder).write([
            .init(
                file,
                try CanonicalJSON.encode(
                    KnownGood(reference: handover.goodReference, digest: handover.goodDigest)))
        ])
        return try await command.run(
            in: folder,
            environment: options.stage.access.merging([
                "LAB_DOMAIN": Domain.container.rawValue, "LAB_ENGINE": options.stage.engine.kind.rawValue,
                "LAB_SERVICE": handover.service, "LAB_HEALTH_URL": handover.healthURL,
                "LAB_IMAGE": handover.reference, "LAB_KNOWN_GOOD": handover.goodReference,
                "LAB_KNOWN_GOOD_FILE": folder + "/" + file,
            ]) { $1 },
            budget: options.budget, answers: options.folder + "/answer.json")
    }

    private static func identity(on stage: any DemoStage) async -> String? {
        guard let containers = try? await stage.engine.list() else { return nil }
        return containers.filter { $0.name.hasPrefix("labapp-demo") }.map {
            "\($0.name) \($0.image) \($0.incarnation) \($0.isUp ? "up" : "down")"
        }
        .sorted().joined(separator: "\n")
    }
}
