extension Warden {
    /// Probe results kept for a report.
    private static var noteLimit: Int { 40 }

    /// One look at the service's life.
    mutating func look(_ vital: Vital, _ detail: String) {
        note(vital, detail)
        // What finishes its work before it stops is no failure, and to start it again would undo the stop.
        if vital == .failed, memory.incident == nil, let id = memory.current?.id,
            evidence.isStopping(id, at: now.boot)
        {
            // Its end may have come unheard of.
            needsSurvey = true
            return resetSoak()
        }
        switch vital {
        case .passed:
            firstFailure = nil
            passesInARow += 1
            // An end that is only now looked at, and that it passes after, is no failure any more.
            countedEnd = incarnation
        case .failed:
            if firstFailure == nil { firstFailure = now }
            passesInARow = 0
            resetSoak()
        case .unknown:
            return
        }
        guard knowsPlace else { return }
        climb(ladder.handle(.probe(vital), at: now.boot, canRollBack: rollbackTarget != nil))
        if vital == .passed { soak() }
    }

    private mutating func soak() {
        guard holds.isEmpty, memory.incident == nil, let image = memory.current?.image,
            ladder.state == .healthy || ladder.state == .healed
        else { return resetSoak() }
        let start = soakStart ?? now.boot
        soakStart = start
        soakSuccesses += 1
        let soak = service.policy.soak
        guard soakSuccesses >= soak.successes, start.advanced(by: soak.minimum) <= now.boot,
            memory.knownGood.last?.image != image
        else { return }
        promote(image, byHand: false)
    }

    private mutating func note(_ vital: Vital, _ detail: String) {
        func add(to notes: inout [OpenIncident.ProbeNote]) {
            if let last = notes.indices.last, notes[last].outcome == vital, notes[last].detail == detail {
                notes[last].count += 1
                notes[last].last = now
            } else {
                notes.append(.init(outcome: vital, detail: detail, count: 1, first: now, last: now))
                if notes.count > Self.noteLimit { notes.removeFirst() }
            }
        }
        guard var probes = memory.incident?.probes else { return add(to: &recent) }
        // One owner at a time, so that the notes are changed where they are.
        memory.incident?.probes = []
        add(to: &probes)
        memory.incident?.probes = probes
    }

    // MARK: - Events

    /// Events are hints: they say where to look, and what the truth found there means.
    mutating func hear(_ event: EngineEvent) {
        guard event.name == service.container || event.id == memory.current?.id else { return }
        evidence.hear(event, isOwn: isOwnDoing(event.id), stopTimeout: stopTimeout, at: now.boot)
        needsSurvey = true
        // Who tells of a step can be asked for the next.
        if isProcedureOpen() { retryAt = nil }
    }

    /// Whether an end of this container is what a call of ours asks for.
    private func isOwnDoing(_ id: String) -> Bool {
        switch inFlight {
        case .restart(id, _), .stop(id, _), .remove(id), .setImage(id, _): return true
        default: break
        }
        switch memory.incident?.phase {
        case .rollingBack(let plan): return id == plan.oldID && plan.hasStopped || plan.isUndoing
        case .closing(_, let plan?): return id == plan.oldID
        default: return false
        }
    }

    // MARK: - Truth

    /// What the state of the service's own container means.
    enum Condition: Equatable {
        case isUp
        case byHand
        case died(Cause)
    }

    /// Why a container is not up. With no event to go by, ends that a request leaves are taken for one: a service that
    /// a person stopped must stay stopped.
    func condition(of container: Container) -> Condition {
        if container.state == .paused { return .byHand }
        if container.isUp { return .isUp }
        if memory.isStoppedByHand || container.state == .created { return .byHand }
        // Tasks end with every update; what a person wants of a service stands in its declaration.
        if engine.replacesByItself {
            if container.exitCode == 143 { return .byHand }
            return .died(container.isOutOfMemory ? .oomKilled : .exited)
        }
        switch evidence.verdict(for: container.id, at: now.boot) {
        case .requested: return .byHand
        case .died(let cause): return .died(container.isOutOfMemory ? .oomKilled : cause)
        case nil: break
        }
        if container.isOutOfMemory { return .died(.oomKilled) }
        if let end = memory.ended, end.incarnation == container.incarnation { return .died(end.cause) }
        var requested: Set<Int> = [130, 137, 143]
        if case .verifying = memory.incident?.phase {} else { requested.insert(0) }
        return container.exitCode.map(requested.contains) == true ? .byHand : .died(.exited)
    }

    /// Takes in the truth while no call of ours changes it.
    mutating func observe(_ truth: Survey) {
        guard let container = truth.named(service.container) else {
            return setHold(.absent, true)
        }
        adopt(container)
        // Nothing was judged before: the time of a start begins here.
        if !knowsPlace, case .starting = ladder.state {
            climb(ladder.handle(.startedByOthers, at: now.boot, canRollBack: rollbackTarget != nil))
        }
        knowsPlace = true
        stopTimeout = container.stopTimeout
        setHold(.absent, false)
        guard isSettled(container) else {
            if engine.replacesByItself, memory.incident == nil { setHold(.replacing, true) }
            return
        }
        setHold(.replacing, false)
        defer { noteSeen() }
        switch condition(of: container) {
        case .isUp:
            if memory.isStoppedByHand {
                memory.isStoppedByHand = false
                record(.startedAgain(id: container.id))
            }
            note(ended: nil)
            setHold(.manualStop, false)
            compare(container)
        case .byHand: takeAsStoppedByHand(container)
        case .died(let cause):
            if firstFailure == nil { firstFailure = now }
            note(ended: .init(cause: cause, incarnation: container.incarnation))
            climb(
                ladder.handle(
                    .ended(cause, restartsItself: false), at: now.boot, canRollBack: rollbackTarget != nil))
        }
    }

    private mutating func note(ended end: ServiceMemory.End?) {
        guard memory.ended != end else { return }
        memory.ended = end
        record(.noted)
    }

    private mutating func noteSeen() {
        guard memory.isUnseenSinceBoot else { return }
        memory.isUnseenSinceBoot = false
        record(.noted)
    }

    mutating func takeAsStoppedByHand(_ container: Container) {
        if !memory.isStoppedByHand {
            memory.isStoppedByHand = true
            memory.ended = nil
            record(.stoppedByHand(id: container.id))
        }
        setHold(.manualStop, true)
    }

    /// Whether the container is in a state that says something. Between states it is looked at again, for a while.
    private mutating func isSettled(_ container: Container) -> Bool {
        guard container.state == .other else {
            unsettledSince = nil
            return true
        }
        let since = unsettledSince ?? now.boot
        unsettledSince = since
        if since.advanced(by: Self.settleLimit) <= now.boot { return true }
        retryAt = now.boot.advanced(by: Self.settleDelay)
        return false
    }

    /// A running container against the last look at it: a new run may mean an end that the engine made good, or a
    /// person's restart.
    private mutating func compare(_ container: Container) {
        defer {
            incarnation = container.incarnation
            evidence.isUp(container.id, lookedAt: lastSurvey ?? now.boot)
        }
        guard let last = incarnation else { return }
        guard container.restartsItself else {
            if last != container.incarnation, memory.incident == nil {
                resetSoak()
                climb(ladder.handle(.startedByOthers, at: now.boot, canRollBack: rollbackTarget != nil))
            }
            return
        }
        let isBetween = container.state == .restarting
        guard isBetween || last != container.incarnation, countedEnd != last else { return }
        guard isBetween || evidence.toldOfDeath(of: container.id) else { return }
        countedEnd = last
        if firstFailure == nil { firstFailure = now }
        passesInARow = 0
        resetSoak()
        climb(
            ladder.handle(
                .ended(.exited, restartsItself: true), at: now.boot, canRollBack: rollbackTarget != nil))
    }

    /// Another container or image than the one known: somebody deployed, and that wins.
    private mutating func adopt(_ container: Container) {
        let identity = ServiceMemory.Identity(id: container.id, image: container.image)
        guard memory.current != identity else { return }
        // The same container with another image was made anew by its engine, and its last end was part of that.
        if memory.current?.id == container.id { evidence.forget(container.id) }
        incarnation = nil
        resetSoak()
        // First the end of what was before: no life may find an incident of one container beside another container.
        if memory.current != nil {
            announce(.deployed(image: container.image))
            climb(ladder.handle(.deployed, at: now.boot, canRollBack: rollbackTarget != nil))
        }
        memory.current = identity
        memory.rolledBack = nil
        memory.isStoppedByHand = false
        memory.ended = nil
        recent = []
        record(.adopted(identity))
    }
}
