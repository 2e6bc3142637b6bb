package import Foundation
import Incident
import RuntimeFaults
import RuntimeHealing
package import Scoreboard
package import Watchdog

/// Plays what takes no help of theirs on services of somebody's own, one trial after the other, and leaves each service
/// as it found it.
package struct OwnPlayer: TrialPlayer {
    package struct Options: Sendable {
        package var services: [ServiceSpec]
        package var engine: any DisruptiveEngine
        package var probes: @Sendable (ServiceSpec, any ContainerEngine) -> ServiceProbes
        package var isInMaintenance: @Sendable (ServiceSpec, Date) -> Bool
        package var healer: Healer
        package var budget: Duration
        package var seed: UInt64
        /// Of the configuration, for reports.
        package var configuration: String
        /// Variables by which a command reaches the engine.
        package var access: [String: String]
        /// For what a command is given.
        package var folder: String
        /// Of the run: what must not be forgotten is noted there.
        package var output: String
        package var pace = Pace()

        package init(
            services: [ServiceSpec], engine: any DisruptiveEngine,
            probes: @escaping @Sendable (ServiceSpec, any ContainerEngine) -> ServiceProbes,
            isInMaintenance: @escaping @Sendable (ServiceSpec, Date) -> Bool, healer: Healer,
            budget: Duration, seed: UInt64, configuration: String, access: [String: String], folder: String,
            output: String
        ) {
            self.services = services
            self.engine = engine
            self.probes = probes
            self.isInMaintenance = isInMaintenance
            self.healer = healer
            self.budget = budget
            self.seed = seed
            self.configuration = configuration
            self.access = access
            self.folder = folder
            self.output = output
        }
    }

    /// Times that no setting of the service decides.
    package struct Pace: Sendable {
        /// A control lasts this long at least.
        package var calm: Duration = .seconds(5)
        /// After an incident the service has to stay as it is for this long.
        package var settling: Duration = .seconds(2)
        /// For the oracle to see enough looks in a row pass, unless the service's own start takes longer.
        package var patience: Duration = .seconds(20)
        /// From one look of the oracle to the next.
        package var look: Duration = .milliseconds(250)

        package init() {}
    }

    let options: Options
    private let caretaker: Caretaker

    package init(_ options: Options) {
        self.options = options
        caretaker = Caretaker(folder: options.output)
    }

    /// Puts back what an earlier run was killed over.
    ///
    /// - Returns: the case that was cut off; nil when there is none, or nothing left to put back.
    /// - Throws: `LabError` when it cannot be put back.
    package func recover() async throws -> String? {
        try await caretaker.recover { name in options.services.first { $0.name == name }.map(sight) }
    }

    package func play(
        _ item: BenchCase, repetition: Int, tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial {
        let start = ContinuousClock.now
        guard let (name, fault) = OwnCatalogue.split(item.id),
            let service = options.services.first(where: { $0.name == name })
        else { throw LabError(.software, "There is no case '\(item.id)'.") }
        var played: PlayedTrial
        do {
            played = try await play(item, repetition, fault, on: service, tell)
        } catch let unfit as Unfit {
            played = PlayedTrial(
                Trial(of: item, repetition: repetition, outcome: .unviable, detail: unfit.reason))
        } catch let fault as EngineFault {
            // A request that was cancelled looks like one that was lost.
            try Task.checkCancellation()
            played = PlayedTrial(
                Trial(of: item, repetition: repetition, outcome: .unviable, detail: fault.message))
        }
        played.trial.milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        return played
    }

    private func play(
        _ item: BenchCase, _ repetition: Int, _ fault: any OutsideFault, on service: ServiceSpec,
        _ tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial {
        if fault.disruption == .pause, !options.engine.canPause {
            return PlayedTrial(
                Trial(
                    of: item, repetition: repetition, outcome: .notApplicable,
                    detail: "this engine has no way to pause a container"))
        }
        if options.isInMaintenance(service, Date()) {
            throw Unfit("a maintenance window of \(service.name) is open, in which no watchdog acts")
        }
        let sight = sight(service)
        tell("looking at \(service.container)")
        let isOthers = if case .command = options.healer { true } else { false }
        let (custody, container) = try await caretaker.admit(sight, for: item.id, guardsReference: isOthers)
        try caretaker.note(custody)
        let trial = OwnTrial(
            item: item, repetition: repetition, fault: fault, container: container, sight: sight,
            options: options, tell: tell)
        let result: Result<PlayedTrial, any Error>
        do { result = .success(try await trial.run()) } catch { result = .failure(error) }
        tell("putting \(service.container) back")
        // Whatever ended the trial, a request to end the run among it: this is waited for, and not cancelled with it.
        try await Task { try await caretaker.putBack(custody, sight) }.value
        // What was cut off says nothing about the healer.
        try Task.checkCancellation()
        return try result.get()
    }

    private func sight(_ service: ServiceSpec) -> OwnSight {
        OwnSight(
            service, engine: options.engine, probes: options.probes(service, options.engine).liveness)
    }
}
