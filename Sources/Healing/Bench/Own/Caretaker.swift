import Foundation
import Incident
import Watchdog

/// Sees to it that a trial leaves a service as it found it.
///
///     admit ─► note (durable) ─► disrupt ─► heal ─► judge ─► put back ─► verify ─► forget
///
/// The note outlives the lab: what a killed run left is put back by the next one.
struct Caretaker: Sendable {
    /// What putting back takes beyond what the service's own settings say; after this the bench is stopped.
    private static let margin: Duration = .seconds(60)

    private let file: String
    private let folder: String

    /// - Parameter folder: of the run; the note is kept in it.
    init(folder: String) {
        self.folder = folder
        file = folder + "/" + Custody.fileName
    }

    // MARK: - Before

    /// - Parameter guardsReference: whether the healer may point the container's reference elsewhere. Otherwise who does is
    ///   somebody who deploys, and it stays where they pointed it.
    /// - Throws: ``Unfit`` when the service must not be disrupted as it is.
    func admit(_ sight: OwnSight, for item: String, guardsReference: Bool) async throws -> (
        custody: Custody, container: Container
    ) {
        let (service, engine) = (sight.service, sight.engine)
        guard let container = try await sight.survey().named(service.container) else {
            throw Unfit("there is no container '\(service.container)'")
        }
        guard container.state == .running else {
            throw Unfit("the container '\(container.name)' is \(container.state.rawValue)")
        }
        if let obstacle = try await engine.obstacle(to: container.id) { throw Unfit(obstacle) }
        if let trouble = try await sight.trouble(
            for: max(2, service.policy.successThreshold), within: service.timeToStand)
        {
            throw Unfit("\(service.name) is not healthy, so that nothing is done to it: \(trouble)")
        }
        let reference = guardsReference && !container.reference.isEmpty ? container.reference : nil
        let custody = Custody(
            item: item, service: service.name, container: container.name, id: container.id,
            image: container.image, reference: container.reference,
            tagged: reference == nil ? nil : try await sight.survey(reference: reference).tagged)
        return (custody, container)
    }

    /// Durable when it returns.
    func note(_ custody: Custody) throws {
        try ArtifactWriter(directory: folder).write([
            .init(Custody.fileName, try CanonicalJSON.encode(custody))
        ])
    }

    // MARK: - After

    /// Does what is needed until the service is as it was, and proves it.
    ///
    /// - Throws: `LabError` with `.notHealed` when it cannot be; the note stays then.
    func putBack(_ custody: Custody, _ sight: OwnSight) async throws {
        let service = sight.service
        let limit =
            Self.margin + service.timeToStand + service.policy.verificationLimit
        let start = ContinuousClock.now
        var passed = 0
        var run: String?
        var hasRestarted = false
        while true {
            let state: State
            do {
                state = try await step(custody, sight)
            } catch {
                state = .wrong((error as? EngineFault)?.message ?? "\(error)")
            }
            switch state {
            case .well(let incarnation):
                // A row of one run: what somebody asked for before may end it yet.
                passed = incarnation == run ? passed + 1 : 1
                run = incarnation
                if passed >= max(3, service.policy.successThreshold) { return forget() }
            case .wrong(let trouble), .unwell(let trouble, _):
                passed = 0
                guard ContinuousClock.now - start < limit else { throw failure(custody, trouble) }
                // Let go on, it may still stand: it was well before, so that a restart is owed to it, once.
                if case .unwell(_, let container) = state, !hasRestarted,
                    ContinuousClock.now - start > limit / 2
                {
                    hasRestarted = true
                    _ = await sight.engine.perform(
                        .restart(id: container.id, timeout: container.stopTimeout))
                }
            case .lost(let trouble): throw failure(custody, trouble)
            }
            try? await Task.sleep(for: sight.pace)
        }
    }

    private enum State {
        /// As it was, in this run.
        case well(String)
        /// It runs, and does not pass.
        case unwell(String, Container)
        /// Something was done about it, or is on its way.
        case wrong(String)
        /// Nothing of the lab's can put it back.
        case lost(String)
    }

    /// One look, and the one thing to do about what it shows.
    private func step(_ custody: Custody, _ sight: OwnSight) async throws -> State {
        let engine = sight.engine
        let reference = custody.reference.isEmpty ? nil : custody.reference
        let truth = try await sight.survey(like: custody.id, reference: reference)
        guard let container = truth.named(custody.container) else {
            return .lost("there is no container of that name any more")
        }
        guard container.image == custody.image else {
            return .lost("it runs another image, \(container.image)")
        }
        guard container.reference == custody.reference, container.differences.isEmpty else {
            let what =
                container.differences.isEmpty
                ? "its reference" : container.differences.joined(separator: ", ")
            return .lost("another container was put in its place, which differs in \(what)")
        }
        if let reference, let tagged = custody.tagged, truth.tagged != tagged {
            try await carryOut(.tag(image: tagged, reference: reference), on: engine)
            return .wrong("\(reference) pointed to another image")
        }
        let trouble = "the container is \(container.state.rawValue)"
        switch container.state {
        case .paused: try await engine.unpause(container.id)
        case .created, .exited: try await carryOut(.start(id: container.id), on: engine)
        case .restarting, .other: break
        case .running:
            if try await engine.isFrozen(container.id) {
                try await engine.thaw(container.id)
                return .wrong("its processes are stopped")
            }
            guard let trouble = try await sight.trouble(of: container) else {
                return .well(container.incarnation)
            }
            return .unwell(trouble, container)
        }
        return .wrong(trouble)
    }

    private func carryOut(_ call: EngineCall, on engine: any DisruptiveEngine) async throws {
        switch await engine.perform(call) {
        case .refused(let fault), .unknown(let fault): throw fault
        case .done, .survey, .logs: return
        }
    }

    private func failure(_ custody: Custody, _ trouble: String) -> LabError {
        let reference = custody.reference.isEmpty ? "" : "\(custody.reference), "
        return LabError(
            .notHealed,
            "\(custody.item): the container '\(custody.container)' could not be put back as it was: \(trouble). "
                + "It ran \(reference)\(custody.image), and was healthy. No further trial is begun.",
            hint: "Put it back yourself; \(file) says what it was. The next call looks at it first.")
    }

    private func forget() { try? FileManager.default.removeItem(atPath: file) }

    // MARK: - What a killed run left

    /// Puts back what a run that was killed left disrupted.
    ///
    /// - Parameter sight: makes the sight of a service; nil for one that the configuration does not name.
    /// - Returns: the case that was cut off; nil when there is none, or nothing left to put back.
    func recover(_ sight: (String) -> OwnSight?) async throws -> String? {
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        guard let custody = try? CanonicalJSON.decode(Custody.self, from: data) else {
            throw LabError(.badInput, "\(file) cannot be read: it tells of a trial that was cut off.")
        }
        guard let sight = sight(custody.service), sight.service.container == custody.container else {
            throw LabError(
                .badInput,
                "\(custody.item): that trial was cut off, and the configuration no longer names the container '\(custody.container)'.",
                hint: "See to it that it runs, then remove \(file).")
        }
        guard try await sight.survey().named(custody.container)?.id == custody.id else {
            // Whoever removed it, or put another in its place, has seen to it.
            forget()
            return nil
        }
        try await putBack(custody, sight)
        return custody.item
    }
}
