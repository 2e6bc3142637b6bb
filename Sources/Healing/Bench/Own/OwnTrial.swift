import Foundation
import Incident
import RuntimeFaults
import RuntimeHealing
import Scoreboard
import Watchdog

/// One trial on a service of somebody's own, from the disruption to the oracle's word. Who runs it puts the service back.
struct OwnTrial: Sendable {
    let item: BenchCase
    let repetition: Int
    let fault: any OutsideFault
    /// As it was before.
    let container: Container
    let sight: OwnSight
    let options: OwnPlayer.Options
    let tell: @Sendable (String) -> Void

    private var service: ServiceSpec { sight.service }
    private var engine: any DisruptiveEngine { options.engine }

    /// - Throws: ``Unfit`` or `EngineFault` when nothing can be said about the healer.
    func run() async throws -> PlayedTrial {
        let sight = sight
        let patience = max(options.pace.patience, service.timeToStand)
        let oracle = ServiceOracle(
            item, patience: patience, interval: options.pace.look, identity: { await sight.identity() },
            isWell: { await sight.trouble() == nil })
        switch options.healer {
        case .lab: return try await watch(oracle)
        case .command(let command): return try await handOver(to: command, oracle)
        }
    }

    // MARK: - The lab's own watchdog

    private func watch(_ oracle: ServiceOracle) async throws -> PlayedTrial {
        var spec = service
        // A trial has no other image to go to. Should somebody deploy meanwhile, theirs is not taken back.
        spec.policy.rollback = .never
        // Alone in its watch, it has nothing to depend on.
        spec.dependsOn = []
        let watch = TrialWatch(
            spec, engine: engine, probes: options.probes, isInMaintenance: options.isInMaintenance,
            settling: options.pace.settling,
            stopTimeout: container.stopTimeout, seed: options.seed &+ UInt64(repetition - 1),
            tell: { oracle.heard($0) })
        watch.begin()
        let closed: Result<ClosedIncident?, any Error>
        do { closed = .success(try await play(watch, oracle)) } catch { closed = .failure(error) }
        // Not cancelled with the trial: what it asked the engine for has to be answered first.
        await Task { await watch.end() }.value
        let incident = try closed.get()
        tell("judging")
        await oracle.reached(.ended)
        return try await judge(watch, incident, oracle)
    }

    /// The first incident, where one is over before the budget is.
    private func play(_ watch: TrialWatch, _ oracle: ServiceOracle) async throws -> ClosedIncident? {
        tell("watching")
        guard try await watch.isHealthy(within: service.timeToStand) else {
            throw Unfit("the watchdog did not come to see \(service.name) healthy")
        }
        try await disrupt(oracle)
        guard !item.isControl else {
            try await Task.sleep(for: min(max(options.pace.calm, service.timeToErr), options.budget))
            return nil
        }
        return try await watch.incident(patience: service.timeToFail, limit: options.budget)
    }

    private func judge(
        _ watch: TrialWatch, _ incident: ClosedIncident?, _ oracle: ServiceOracle
    ) async throws -> PlayedTrial {
        let findings = try findings(
            oracle, calledPerson: incident?.ending.isEscalation == true,
            wasTimedOut: !item.isControl && watch.hasOpened && incident == nil)
        var trial = await trial(oracle, findings)
        var files: [ArtifactWriter.File] = []
        if let incident {
            let report = RuntimeReport(
                incident, engine: engine.kind, configuration: options.configuration, style: .live
            ).make(
                fault: .init(
                    id: fault.id, failureClass: fault.failureClass.rawValue, file: "", line: 0, function: "",
                    summary: fault.summary, symptomLines: []))
            files.append(.init(ReportFolderStore.reportName, try CanonicalJSON.encode(report)))
            trial.claimed = report.data.verdict == .healed
            trial.diagnosed = report.data.diagnosis?.failureClass == item.failureClass
        }
        let heldUp = !watch.hasOpened && findings.isWell && container.restartsItself
        if item.isControl {
            trial.diagnosed = nil
        } else if heldUp {
            // The engine was quicker than any healer, as its policy says: nothing is told of one.
            trial.detail += "; the engine started it again by itself"
            trial.times.recover = nil
        } else {
            trial.detected = watch.hasOpened
            if !watch.hasOpened { trial.detail += "; the watchdog saw no failure" }
            trial.diagnosed = trial.diagnosed ?? false
        }
        files.insert(.init("raw/watch.log", watch.lines.joined(separator: "\n") + "\n"), at: 0)
        return PlayedTrial(trial, files: files, report: incident == nil ? nil : ReportFolderStore.reportName)
    }

    // MARK: - Somebody else's healer

    private func handOver(to command: HealerCommand, _ oracle: ServiceOracle) async throws -> PlayedTrial {
        try await disrupt(oracle)
        tell("healing")
        let result = try await command.run(
            in: handover(), environment: environment, budget: options.budget,
            answers: options.folder + "/answer.json")
        tell("judging")
        await oracle.reached(.ended)
        let findings = try findings(
            oracle, calledPerson: result.callsPerson, wasTimedOut: result.wasTimedOut)
        var trial = await trial(oracle, findings)
        trial.claimed = result.claimsHeal
        trial.candidatesTried = result.answer.candidatesTried
        if !item.isControl, let diagnosis = result.answer.diagnosis {
            trial.detected = true
            trial.diagnosed = diagnosis == item.failureClass
        }
        return PlayedTrial(trial, files: [.init("healer.log", result.console)])
    }

    private var knownGood: String { options.folder + "/handover/known_good.json" }

    /// The command's working directory, with the image that ran well in it: the one that runs.
    private func handover() throws -> String {
        struct KnownGood: Encodable {
            var reference: String
            var digest: String
        }
        let folder = options.folder + "/handover"
        try? FileManager.default.removeItem(atPath: folder)
        try ArtifactWriter(directory: folder).write([
            .init(
                "known_good.json",
                try CanonicalJSON.encode(KnownGood(reference: container.reference, digest: container.image)))
        ])
        return folder
    }

    private var environment: [String: String] {
        var variables = [
            "LAB_DOMAIN": Domain.container.rawValue, "LAB_ENGINE": engine.kind.rawValue,
            "LAB_SERVICE": container.name, "LAB_IMAGE": container.reference,
            "LAB_KNOWN_GOOD": container.reference, "LAB_KNOWN_GOOD_FILE": knownGood,
        ]
        for probe in service.liveness {
            guard case .http(let http) = probe.kind else { continue }
            variables["LAB_HEALTH_URL"] = http.url
            break
        }
        return variables.merging(options.access) { $1 }
    }

    // MARK: - Both

    private func disrupt(_ oracle: ServiceOracle) async throws {
        tell("\(fault.deed): \(container.name)")
        switch fault.disruption {
        case .crash: try await engine.crash(container.id)
        case .freeze: try await engine.freeze(container.id)
        case .pause: try await engine.pause(container.id)
        case .stop:
            let reply = await engine.perform(.stop(id: container.id, timeout: container.stopTimeout))
            if case .refused(let fault) = reply { throw fault }
            if case .unknown(let fault) = reply { throw fault }
        case nil: return await oracle.reached(.deployed)
        }
        await oracle.reached(.provoked)
    }

    private func findings(
        _ oracle: ServiceOracle, calledPerson: Bool, wasTimedOut: Bool
    ) throws -> ServiceFindings {
        let findings = oracle.findings(calledPerson: calledPerson, wasTimedOut: wasTimedOut)
        guard findings.before != nil, findings.after != nil else {
            throw Unfit("the engine did not say what became of '\(container.name)'")
        }
        return findings
    }

    private func trial(_ oracle: ServiceOracle, _ findings: ServiceFindings) async -> Trial {
        var trial = oracle.trial(repetition, findings)
        if trial.reason == .stillUnwell, let trouble = await sight.trouble() {
            trial.detail += ": \(trouble)"
        }
        return trial
    }
}

extension Ending {
    fileprivate var isEscalation: Bool { if case .escalated = self { true } else { false } }
}
