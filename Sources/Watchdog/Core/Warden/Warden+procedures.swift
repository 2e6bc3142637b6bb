import Incident

extension Warden {
    /// Follows the ladder's word.
    mutating func climb(_ actions: [LadderAction]) {
        for action in actions {
            switch action {
            case .open(let cause): open(cause)
            case .restart(let attempt): planRestart(attempt)
            case .rollBack: planRollback()
            case .close(let ending): close(ending)
            case .cleared:
                memory.escalated = nil
                record(.cleared)
                announce(.cleared)
            }
        }
        noteWaiting()
    }

    /// A restart that failed or did not help is over: the next step waits for the backoff, or for a hold to end.
    private mutating func noteWaiting() {
        guard case .backingOff = ladder.state else { return }
        switch memory.incident?.phase {
        case .restarting, .verifying: break
        case .waiting, .rollingBack, .closing, nil: return
        }
        memory.incident?.phase = .waiting
        record(.noted)
    }

    private mutating func open(_ cause: Cause) {
        let began = firstFailure ?? now
        // What the last incident left behind is not waited for when the next begins.
        conclude()
        let current = memory.current ?? .init(id: "", image: "")
        memory.incidents += 1
        memory.escalated = nil
        // An end that this incident is for is not counted again when it is over.
        countedEnd = incarnation
        let id = Digest.sha256("\(service.name) \(current.id) \(memory.incidents) \(now.wall)").prefix(16)
        memory.incident = OpenIncident(
            id: String(id), cause: cause, firstFailure: began, opened: now, phase: .waiting,
            imageBefore: current.image, imageAfter: current.image)
        memory.incident?.containerBefore = current.id
        memory.incident?.probes = recent
        recent = []
        resetSoak()
        needsLogs = true
        record(.opened(incident: String(id), cause: cause))
        announce(.opened(incident: String(id), cause: cause))
    }

    private mutating func planRestart(_ attempt: Int) {
        guard let current = memory.current, let id = memory.incident?.id else { return }
        memory.incident?.phase = .restarting(RestartPlan(id: current.id, attempt: attempt))
        memory.tries = attempt
        memory.spent = Array(memory.spent.suffix(service.policy.budget.limit)) + [now]
        memory.lastAction = now
        passesInARow = 0
        needsSurvey = true
        record(.planned(incident: id, rung: .restart))
    }

    private mutating func planRollback() {
        guard let current = memory.current, let incident = memory.incident,
            let target = rollbackTarget ?? memory.knownGood.last(where: { $0.image != current.image })?.image
        else { return }
        memory.incident?.phase = .rollingBack(
            RollbackPlan(name: service.container, old: current, to: target, incident: incident.id))
        memory.lastAction = now
        passesInARow = 0
        needsSurvey = true
        record(.planned(incident: incident.id, rung: .rollback))
    }

    private mutating func close(_ ending: Ending) {
        guard let incident = memory.incident else { return }
        var plan: RollbackPlan?
        switch incident.phase {
        case .verifying(_, let open): plan = open
        case .rollingBack(let open): plan = open
        case .waiting, .restarting, .closing: break
        }
        memory.incident?.phase = .closing(ending, plan)
        if case .escalated(let reason) = ending { memory.escalated = reason }
        cleanUpTries = 0
        needsSurvey = true
        record(.closing(incident: incident.id, ending: ending))
    }

    /// What the report says is durable before it is written: a life that was killed while writing it writes the same.
    mutating func conclude() {
        guard let incident = memory.incident, case .closing(let ending, let plan) = incident.phase else {
            return
        }
        memory.concluded = ClosedIncident(
            service: service.name, container: service.container, incident: incident, ending: ending,
            closed: now, budgetLeft: ladder.budget.left(at: now.boot),
            budgetLimit: service.policy.budget.limit, escalated: memory.escalated)
        memory.incident = nil
        recent = []
        firstFailure = nil
        needsSurvey = true
        if let plan, !engine.replacesByItself {
            memory.leftovers.append(
                .init(
                    incident: incident.id, plan: plan, ending: ending,
                    until: Moment(boot: now.boot.advanced(by: Self.leftoverPatience), wall: now.wall)))
        }
        record(.concluded(incident: incident.id))
        report()
    }

    /// The report first, then the word that it is written.
    mutating func report() {
        guard let closed = memory.concluded else { return }
        outputs.append(.report(closed))
        memory.concluded = nil
        record(.closed(incident: closed.incident.id))
        announce(.closed(incident: closed.incident.id, ending: closed.ending))
    }

    /// Takes away what a late call of ours left behind, or could not be removed before.
    private mutating func tidy(_ truth: Survey) {
        guard memory.incident == nil, !memory.leftovers.isEmpty else { return }
        memory.leftovers.removeAll { $0.until.boot <= now.boot }
        for leftover in memory.leftovers {
            let call = Playbook.cleanUp(
                leftover.plan, ending: leftover.ending, keepsOld: service.policy.oldContainer == .keep,
                truth: truth)
            guard let call else { continue }
            record(.intent(incident: leftover.incident, call: call))
            return send(call)
        }
    }

    // MARK: - Replies

    mutating func receive(_ reply: EngineReply) {
        guard let call = inFlight else { return }
        inFlight = nil
        switch reply {
        case .survey(let truth):
            if !isProcedureOpen() { retries = 0 }
            guard call == survey else {
                needsSurvey = true
                return
            }
            setHold(.engineUnreachable, false)
            reconcile(truth)
        case .logs(let lines):
            memory.incident?.logTail = lines
        case .done:
            retries = 0
            note(call, "done", isAnswered: true)
        case .refused(let fault):
            note(call, fault.message, isAnswered: true)
            if fault.code == .unreachable || fault.code == .denied {
                setHold(.engineUnreachable, true)
                if call.changesSomething { unmake() }
            } else if call.changesSomething {
                refuse()
            }
            waitToRetry(unless: call)
        case .unknown(let fault):
            note(call, "unknown: \(fault.message)", isAnswered: false)
            waitToRetry(unless: call)
        }
    }

    private mutating func waitToRetry(unless call: EngineCall) {
        if case .logs = call { return }
        let delay = min(Self.retryLimit, Self.retryDelay * (1 << min(retries, 8)))
        retries += 1
        retryAt = now.boot.advanced(by: delay)
    }

    private mutating func note(_ call: EngineCall, _ result: String, isAnswered: Bool) {
        guard call.changesSomething else { return }
        evidence.expectEcho(of: call, isAnswered: isAnswered, stopTimeout: stopTimeout, at: now.boot)
        needsSurvey = true
        guard let incident = memory.incident else { return }
        if let last = memory.incident?.actions.indices.last, memory.incident?.actions[last].call == call {
            memory.incident?.actions[last].ended = now
            memory.incident?.actions[last].result = result
        }
        record(.outcome(incident: incident.id, verb: call.verb, result: result))
        announce(.action(incident: incident.id, verb: call.verb, result: result))
    }

    private mutating func refuse() {
        guard case .rollingBack(var plan) = memory.incident?.phase else { return }
        plan.refusals += 1
        memory.incident?.phase = .rollingBack(plan)
    }

    /// A call that never reached the engine counts for nothing.
    private mutating func unmake() {
        switch memory.incident?.phase {
        case .restarting(var plan):
            plan.calls -= 1
            memory.incident?.phase = .restarting(plan)
        case .rollingBack(var plan):
            plan.calls -= 1
            memory.incident?.phase = .rollingBack(plan)
        case .waiting, .verifying, .closing, nil: break
        }
    }

    // MARK: - Procedures

    private mutating func reconcile(_ truth: Survey) {
        switch memory.incident?.phase {
        case .restarting(let plan): drive(plan, truth)
        case .rollingBack(let plan): drive(plan, truth)
        case .closing(let ending, let plan?): cleanUp(plan, ending, truth)
        case .closing(_, nil): conclude()
        case .waiting, .verifying, nil:
            observe(truth)
            tidy(truth)
        }
    }

    /// An engine that replaces by itself is given as long for it as a verification takes at most.
    private var isWithinPatience: Bool {
        guard let last = memory.lastAction else { return false }
        return now.boot < last.boot.advanced(by: service.policy.verificationLimit)
    }

    private mutating func drive(_ old: RestartPlan, _ truth: Survey) {
        var plan = old
        if let container = truth.named(service.container), container.id == plan.id {
            let isTold = evidence.verdict(for: container.id, at: now.boot) == .requested
            if plan.calls > 0, isTold, !container.isUp { return yield(container) }
            if plan.calls == 0 {
                if condition(of: container) == .byHand { return yield(container) }
                // The word of a person's stop came after the looks that failed for it.
                if evidence.isStopping(container.id, at: now.boot) {
                    return retryAt = now.boot.advanced(by: Self.settleDelay)
                }
                // It came back while the engine could not be asked.
                if passesInARow >= service.policy.successThreshold { return end(.notNeeded, truth) }
                plan.incarnation = container.incarnation
            }
        }
        switch Playbook.restart(
            plan, name: service.container, image: memory.current?.image ?? "", truth: truth)
        {
        case .call(let call):
            plan.calls += 1
            memory.incident?.phase = .restarting(plan)
            intend(call, step: .restart, attempt: plan.attempt)
        case .wait where isWithinPatience: retryAt = now.boot.advanced(by: Self.settleDelay)
        case .wait, .done: verify(.restart, nil, truth)
        case .failed: end(.failed, truth)
        case .superseded(let reason): end(.superseded(reason), truth)
        }
    }

    private mutating func drive(_ old: RollbackPlan, _ truth: Survey) {
        var plan = old
        let current = truth.named(plan.name)
        if let current, current.id == plan.oldID {
            if plan.reference == nil {
                plan.reference = current.reference
                plan.stopTimeout = current.stopTimeout
                memory.incident?.reference = current.reference
                memory.incident?.phase = .rollingBack(plan)
                // The survey that the next step needs also asks where the reference points to.
                if !engine.replacesByItself, !current.reference.isEmpty { return needsSurvey = true }
            }
            if !plan.hasStopped, !plan.isUndoing, plan.calls == 0, condition(of: current) == .byHand {
                return yield(current)
            }
        }
        if !plan.hasStopped, !plan.isUndoing, isByHand(plan.oldID, current) {
            plan.turnBack()
            plan.yields = true
        }
        if let next = truth.named(plan.nextName) { plan.newID = next.id }
        if plan.refusals >= Playbook.rollbackRefusals || plan.calls >= Playbook.rollbackCalls {
            plan.turnBack()
        }
        memory.incident?.phase = .rollingBack(plan)
        let step =
            engine.replacesByItself
            ? Playbook.replacement(plan, truth: truth) : Playbook.rollback(plan, truth: truth)
        switch step {
        case .call(let call):
            guard plan.calls < Playbook.callsInAll else { return end(.failed, truth) }
            plan.intends(call, next: truth.named(plan.nextName))
            memory.incident?.phase = .rollingBack(plan)
            intend(call, step: plan.isUndoing ? .undo : .rollback, attempt: 1)
        case .wait where !engine.replacesByItself:
            plan.waits += 1
            if plan.waits > Playbook.rollbackWaits {
                guard !plan.isUndoing else { return end(.failed, truth) }
                plan.turnBack()
            }
            memory.incident?.phase = .rollingBack(plan)
            retryAt = now.boot.advanced(by: Self.settleDelay)
        case .wait where isWithinPatience: retryAt = now.boot.advanced(by: Self.settleDelay)
        case .wait, .done:
            memory.current = .init(id: current?.id ?? plan.oldID, image: plan.to)
            memory.rolledBack = .init(from: plan.from, to: plan.to)
            memory.incident?.imageAfter = plan.to
            verify(.rollback, plan, truth)
        case .failed where plan.yields:
            if let current { yield(current) } else { end(.failed, truth) }
        case .failed: end(.failed, truth)
        case .superseded(let reason): end(.superseded(reason), truth)
        }
    }

    /// Whether the old container is a person's now: it looks so, or the word of it came late.
    private func isByHand(_ id: String, _ current: Container?) -> Bool {
        if let current, current.id == id { return condition(of: current) == .byHand }
        return evidence.verdict(for: id, at: now.boot) == .requested
    }

    private mutating func cleanUp(_ plan: RollbackPlan, _ ending: Ending, _ truth: Survey) {
        let call = Playbook.cleanUp(
            plan, ending: ending, keepsOld: service.policy.oldContainer == .keep, truth: truth)
        guard let call, cleanUpTries < Self.cleanUpCalls else { return conclude() }
        cleanUpTries += 1
        intend(call, step: .cleanUp, attempt: cleanUpTries)
    }

    private mutating func intend(_ call: EngineCall, step: OpenIncident.ActionRecord.Step, attempt: Int) {
        guard let id = memory.incident?.id else { return }
        memory.incident?.actions.append(
            .init(step: step, attempt: attempt, call: call, intended: now, ended: nil, result: nil))
        record(.intent(incident: id, call: call))
        send(call)
    }

    private mutating func verify(_ rung: Rung, _ plan: RollbackPlan?, _ truth: Survey) {
        guard let id = memory.incident?.id else { return }
        memory.incident?.phase = .verifying(rung, plan)
        memory.lastAction = now
        incarnation = truth.named(service.container)?.incarnation
        memory.ended = nil
        record(.verifying(incident: id, rung: rung))
        climb(ladder.handle(.actionEnded(.done), at: now.boot, canRollBack: rollbackTarget != nil))
        observe(truth)
    }

    private mutating func end(_ result: ActionResult, _ truth: Survey) {
        needsSurvey = true
        if case .superseded = result { knowsPlace = false }
        if result == .superseded(.absent) { setHold(.absent, true) }
        climb(ladder.handle(.actionEnded(result), at: now.boot, canRollBack: rollbackTarget != nil))
    }

    /// A person stopped the service: the incident is theirs now.
    private mutating func yield(_ container: Container) {
        takeAsStoppedByHand(container)
        climb(
            ladder.handle(
                .actionEnded(.superseded(.manualStop)), at: now.boot, canRollBack: rollbackTarget != nil))
    }
}
