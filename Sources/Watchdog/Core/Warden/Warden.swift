/// Watches over one service: joins the ladder's decisions, the engine's truth and the journal's memory.
///
/// It does nothing itself. Inputs come in, outputs go out in order, and whoever carries them out may be killed at any
/// point between two of them: the next life starts from the memory last recorded and from what the engine says.
///
///     probes ──►┐                        ┌──► records    (durable before what follows)
///     events ──►│ Warden ── Ladder       ├──► calls      (one in flight at most)
///     replies ─►│    └───── Playbook     ├──► report     (once an incident)
///     ticks ───►┘                        └──► announcements
package struct Warden: Sendable {
    /// Looks at the engine's truth happen at least this often, since events may be lost.
    static let surveyInterval: Duration = .seconds(30)
    /// First wait after an answer that settles nothing; doubled each time.
    static let retryDelay: Duration = .milliseconds(500)
    static let retryLimit: Duration = .seconds(15)
    /// Calls to clean up after an incident; after these what is left stays, and the report says so.
    static let cleanUpCalls = 6
    /// Leftovers of a rollback are looked for this long; after this a late call of ours is not expected any more.
    static let leftoverPatience: Duration = .seconds(600)
    /// A container between states is looked at again after this.
    static let settleDelay: Duration = .seconds(1)
    /// A container that stays between states this long counts as ended.
    static let settleLimit: Duration = .seconds(30)

    package let service: ServiceSpec
    let engine: EngineKind
    package internal(set) var memory: ServiceMemory
    package internal(set) var ladder: Ladder<BootClock>
    package internal(set) var holds: Set<Hold> = []

    private var hasBegun = false
    /// The memory was moved to another boot.
    private let hasMoved: Bool
    var inFlight: EngineCall?
    var needsSurvey = true
    var needsLogs = false
    var lastSurvey: BootInstant?
    var retryAt: BootInstant?
    var retries = 0
    /// Whether the container that counts as the service's own was confirmed by a look. Failures before are nobody's:
    /// a deploy may have taken place meanwhile.
    var knowsPlace = false
    var evidence = EndEvidence()
    /// Of the container, as the last look had it.
    var stopTimeout: Duration = .seconds(10)
    var incarnation: String?
    /// The run whose end, which the engine made good by itself, was counted last.
    var countedEnd: String?
    var unsettledSince: BootInstant?
    var firstFailure: Moment?
    var recent: [OpenIncident.ProbeNote] = []
    var soakSuccesses = 0
    var soakStart: BootInstant?
    var passesInARow = 0
    var cleanUpTries = 0
    var announcedState = ""

    var now = Moment(boot: .zero, wall: 0)
    var outputs: [WardenOutput] = []

    /// - Parameters:
    ///   - service: as it is configured.
    ///   - engine: what carries out the calls.
    ///   - memory: what a former life recorded; nil for a service never seen.
    ///   - boot: names the current boot of the machine.
    ///   - now: when the watch begins.
    ///   - seed: of the jitter between restarts.
    package init(
        service: ServiceSpec, engine: EngineKind, memory: ServiceMemory?, boot: String, at now: Moment,
        seed: UInt64
    ) {
        self.service = service
        self.engine = engine
        var memory = memory ?? ServiceMemory(boot: boot)
        hasMoved = memory.boot != boot
        memory.move(to: boot, at: now)
        self.memory = memory
        self.now = now
        ladder = Ladder(policy: service.policy, at: now.boot, seed: seed, spent: memory.spent.map(\.boot))
        restore()
    }

    /// The same watch under changed settings; counts start anew, what is remembered stays.
    package func reconfigured(_ service: ServiceSpec, at now: Moment, seed: UInt64) -> Warden {
        Warden(service: service, engine: engine, memory: memory, boot: memory.boot, at: now, seed: seed)
    }

    private mutating func restore() {
        let place: Ladder<BootClock>.Place
        switch memory.incident?.phase {
        case .waiting: place = .waiting
        case .restarting: place = .restarting
        case .rollingBack: place = .rollingBack
        case .verifying(let rung, _): place = .verifying(rung)
        case .closing, nil: place = memory.escalated.map { .escalated($0) } ?? .quiet
        }
        ladder.restore(
            place, cause: memory.incident?.cause ?? .failing, tries: memory.tries,
            lastAction: memory.lastAction?.boot, at: now.boot)
        // Whatever a machine's end leaves looks like a request; nobody asked for it.
        if memory.isUnseenSinceBoot, !memory.isStoppedByHand, let id = memory.current?.id {
            evidence.assume(.died(.exited), of: id, at: now.boot)
        }
    }

    /// When it wants a `.tick` at the latest.
    package var wakeAt: BootInstant? {
        guard inFlight == nil else { return ladder.deadline }
        // Before a retry nothing is sent, however long ago the last look is.
        let next = retryAt ?? lastSurvey?.advanced(by: Self.surveyInterval)
        return [ladder.deadline, next].compactMap { $0 }.min()
    }

    package mutating func handle(_ input: WardenInput, at moment: Moment) -> [WardenOutput] {
        now = moment
        outputs = []
        if !hasBegun { begin() }
        switch input {
        case .begin: break
        case .vital(let vital, let detail): look(vital, detail)
        case .event(let event): hear(event)
        case .eventsLost:
            evidence.loseEvents(at: now.boot)
            needsSurvey = true
            // Who tells of events again can be asked again.
            retryAt = nil
            retries = 0
        case .reply(let reply): receive(reply)
        case .tick: climb(ladder.handle(.tick, at: now.boot, canRollBack: rollbackTarget != nil))
        case .hold(let hold, let isOn): setHold(hold, isOn)
        case .promote(let image): promoteByHand(image)
        case .rollBack: rollBackByHand()
        case .resume: resume()
        }
        advance()
        announceState()
        return outputs
    }

    private mutating func begin() {
        hasBegun = true
        // Durable at once, since the wall clock that it was moved by may be set.
        if hasMoved { record(.noted) }
        if memory.isStoppedByHand { setHold(.manualStop, true) }
    }

    // MARK: - What goes out

    func isProcedureOpen() -> Bool {
        switch memory.incident?.phase {
        case .restarting, .rollingBack, .closing: true
        case .waiting, .verifying, nil: false
        }
    }

    /// Sends the next call, when none is in flight and the time has come.
    mutating func advance() {
        if memory.concluded != nil { report() }
        guard inFlight == nil else { return }
        if let retryAt {
            guard now.boot >= retryAt else { return }
            self.retryAt = nil
            needsSurvey = true
        }
        if let lastSurvey, lastSurvey.advanced(by: Self.surveyInterval) <= now.boot { needsSurvey = true }
        if needsLogs, service.logLines > 0, let id = memory.current?.id {
            needsLogs = false
            return send(.logs(id: id, lines: service.logLines))
        }
        if case .closing(_, let plan) = memory.incident?.phase, plan == nil || engine.replacesByItself {
            conclude()
        }
        if needsSurvey || isProcedureOpen() { send(survey) }
    }

    var survey: EngineCall {
        let plan: RollbackPlan?
        switch memory.incident?.phase {
        case .rollingBack(let open): plan = open
        case .closing(_, let open): plan = open
        default: plan = nil
        }
        guard let plan, !engine.replacesByItself else {
            let leftovers = memory.leftovers.flatMap { [$0.plan.nextName, $0.plan.asideName] }
            return .survey(names: [service.container] + leftovers, like: nil, reference: nil)
        }
        return .survey(names: plan.names, like: plan.oldID, reference: plan.reference)
    }

    mutating func send(_ call: EngineCall) {
        inFlight = call
        if case .survey = call {
            needsSurvey = false
            lastSurvey = now.boot
        }
        outputs.append(.call(call))
    }

    mutating func record(_ entry: JournalEntry) {
        // The ladder is ahead of what is planned so far, but never behind a reset.
        memory.tries = min(memory.tries, ladder.tries)
        outputs.append(.record(entry, memory))
    }

    mutating func announce(_ announcement: Announcement) { outputs.append(.announce(announcement)) }

    private mutating func announceState() {
        let name = ladder.state.name
        guard name != announcedState else { return }
        announcedState = name
        announce(.state(name))
    }

    mutating func setHold(_ hold: Hold, _ isOn: Bool) {
        guard holds.contains(hold) != isOn else { return }
        if isOn { holds.insert(hold) } else { holds.remove(hold) }
        announce(.held(holds.sorted()))
        resetSoak()
        // What happened meanwhile was not judged.
        if !isOn { needsSurvey = true }
        climb(ladder.handle(.holds(holds), at: now.boot, canRollBack: rollbackTarget != nil))
    }

    mutating func resetSoak() {
        soakSuccesses = 0
        soakStart = nil
    }

    // MARK: - Known good

    /// The image to roll back to; nil when there is none, or when a rollback led to where the service is.
    package var rollbackTarget: String? {
        guard service.policy.rollback != .never, let current = memory.current?.image,
            memory.rolledBack?.to != current,
            let newest = memory.knownGood.last(where: { $0.image != current })
        else { return nil }
        if service.policy.rollback == .unproven, memory.knownGood.contains(where: { $0.image == current }) {
            return nil
        }
        return newest.image
    }

    mutating func promote(_ image: String, byHand: Bool) {
        memory.knownGood.removeAll { $0.image == image }
        memory.knownGood.append(.init(image: image, promoted: now, byHand: byHand))
        memory.knownGood = memory.knownGood.suffix(max(service.policy.historyDepth, 1))
        record(.promoted(image: image, byHand: byHand))
        announce(.promoted(image: image))
    }

    private mutating func promoteByHand(_ image: String?) {
        guard let image = image ?? memory.current?.image else {
            return announce(.declined("there is no container '\(service.container)' to promote the image of"))
        }
        promote(image, byHand: true)
    }

    private mutating func rollBackByHand() {
        guard memory.incident == nil else {
            return announce(.declined("an incident is open: \(memory.incident?.id ?? "")"))
        }
        guard holds.isEmpty else {
            let names = holds.sorted().map(\.rawValue).joined(separator: ", ")
            return announce(.declined("the service is held: \(names)"))
        }
        guard let current = memory.current?.image,
            memory.knownGood.contains(where: { $0.image != current })
        else { return announce(.declined("there is no other known-good image")) }
        climb(ladder.handle(.rollbackRequested, at: now.boot, canRollBack: true))
    }

    private mutating func resume() {
        guard memory.incident == nil else { return announce(.declined("an incident is open")) }
        memory.spent = []
        memory.lastAction = nil
        climb(ladder.handle(.resumed, at: now.boot, canRollBack: rollbackTarget != nil))
        record(.noted)
    }
}
