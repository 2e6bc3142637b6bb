/// The decisions of the watchdog for one service: events in, actions out, nothing else.
///
/// It knows neither engine nor journal. Time comes in with each event, so that a simulated clock drives it as well as
/// a real one; `deadline` says when it wants a `.tick` at the latest. Ticks may come at any time.
package struct Ladder<C: Clock>: Sendable where C.Duration == Duration, C.Instant: Sendable {
    package typealias Instant = C.Instant

    package let policy: LadderPolicy
    package private(set) var state: LadderState<Instant>
    package private(set) var holds: Set<Hold> = []
    package var budget: RestartBudget<Instant>
    /// Restarts since the service was last well for the backoff's reset time.
    package private(set) var tries: Int
    /// The last action taken in this or the previous incident: it starts the clock of the backoff's reset.
    package private(set) var lastAction: Instant?

    private var failures = 0
    /// Failures since the start, in a row or not.
    private var failuresOfStart = 0
    private var successes = 0
    private var window: FlapWindow
    private var cause: Cause = .failing
    private var wasUp = false
    /// The verification passed when its time was up, and may fail no more.
    private var hasExtraTime = false
    private var random: SplitMix

    /// A service seen for the first time, in its start period.
    package init(policy: LadderPolicy, at now: Instant, seed: UInt64, spent: [Instant] = []) {
        self.policy = policy
        state = .starting(until: now.advanced(by: policy.startPeriod))
        budget = RestartBudget(policy: policy.budget, spent: spent)
        window = FlapWindow(size: policy.flapWindow)
        random = SplitMix(seed: seed)
        tries = 0
    }

    /// When the ladder wants a `.tick`; nil when it waits for something else.
    package var deadline: Instant? {
        switch state {
        // What waits for a hold to end needs no clock.
        case .backingOff(let until): holds.isEmpty ? until : nil
        case .verifying(_, _, let deadline): deadline
        default: nil
        }
    }

    /// Puts a ladder back to where a former life of the watchdog stood.
    package mutating func restore(
        _ place: Place, cause: Cause, tries: Int, lastAction: Instant?, at now: Instant
    ) {
        self.cause = cause
        self.tries = tries
        self.lastAction = lastAction
        switch place {
        case .waiting:
            // A watchdog that dies again and again must not shorten the wait by it.
            let end = lastAction?.advanced(by: policy.backoff.delay(afterTries: tries, fraction: 0)) ?? now
            state = .backingOff(until: max(now, end))
        case .restarting: state = .restarting
        case .rollingBack: state = .rollingBack
        case .verifying(let rung): verify(rung, at: now)
        case .escalated(let reason): state = .escalated(reason)
        case .quiet: break
        }
    }

    /// What a journal remembers of a ladder.
    package enum Place: Sendable, Equatable {
        case quiet
        case waiting
        case restarting
        case rollingBack
        case verifying(Rung)
        case escalated(EscalationReason)
    }

    /// - Parameters:
    ///   - event: what happened.
    ///   - now: when.
    ///   - canRollBack: whether there is a known-good image to go to, and no rollback that led here.
    package mutating func handle(_ event: LadderEvent, at now: Instant, canRollBack: Bool) -> [LadderAction] {
        switch event {
        case .probe(.unknown): []
        case .probe(.passed): passed(at: now)
        case .probe(.failed): failed(at: now, canRollBack: canRollBack)
        case .ended(let cause, let restartsItself):
            ended(cause, restartsItself: restartsItself, at: now, canRollBack: canRollBack)
        case .tick: tick(at: now, canRollBack: canRollBack)
        case .actionEnded(let result): actionEnded(result, at: now, canRollBack: canRollBack)
        case .holds(let holds): hold(holds, at: now, canRollBack: canRollBack)
        case .deployed: start(closing: .superseded(.deploy), at: now)
        case .startedByOthers: start(closing: nil, at: now)
        case .resumed: resume(at: now)
        case .rollbackRequested: rollBackByHand(at: now)
        }
    }

    // MARK: - Probes

    private mutating func passed(at now: Instant) -> [LadderAction] {
        failures = 0
        successes += 1
        wasUp = true
        switch state {
        case .starting:
            window.push(failed: false)
            if successes >= policy.successThreshold { state = .healthy }
            return []
        case .healthy, .healed, .suspect:
            window.push(failed: false)
            state = .healthy
            if let last = lastAction, last.advanced(by: policy.backoff.resetAfter) <= now {
                tries = 0
                lastAction = nil
            }
            return []
        case .backingOff:
            guard successes >= successesNeeded else { return [] }
            return close(.recovered)
        case .verifying(let rung, _, _):
            guard successes >= successesNeeded else { return [] }
            return close(.healed(rung))
        case .escalated:
            guard successes >= successesNeeded else { return [] }
            state = holds.isEmpty ? .healthy : .held
            window.clear()
            return [.cleared]
        case .restarting, .rollingBack, .held:
            return []
        }
    }

    private mutating func failed(at now: Instant, canRollBack: Bool) -> [LadderAction] {
        successes = 0
        switch state {
        case .starting(let until):
            guard now >= until || wasUp else { return [] }
            failures += 1
            window.push(failed: true)
            if failures >= policy.failureThreshold {
                return detect(wasUp ? .failing : .neverHealthy, at: now, canRollBack: canRollBack)
            }
            if isFlapping { return detect(.flapping, at: now, canRollBack: canRollBack) }
            // Up now and then, and never for long enough: no start takes that long.
            failuresOfStart += 1
            guard failuresOfStart >= policy.failureThreshold,
                until.advanced(by: policy.verificationLimit) <= now
            else { return [] }
            return detect(.neverHealthy, at: now, canRollBack: canRollBack)
        case .healthy, .healed, .suspect:
            failures += 1
            window.push(failed: true)
            state = .suspect
            if failures >= policy.failureThreshold {
                return detect(.failing, at: now, canRollBack: canRollBack)
            }
            if isFlapping { return detect(.flapping, at: now, canRollBack: canRollBack) }
            return []
        case .verifying(let rung, let graceEnd, _):
            // Up once and down again is no slow start. While the service is held, nothing is held against it.
            guard now >= graceEnd || wasUp, holds.isEmpty else { return [] }
            failures += 1
            window.push(failed: true)
            guard failures >= policy.failureThreshold || isFlapping || hasExtraTime else { return [] }
            return didNotHelp(rung, at: now, canRollBack: canRollBack)
        case .backingOff, .restarting, .rollingBack, .escalated, .held:
            return []
        }
    }

    private var isFlapping: Bool {
        policy.flapFailures > 0 && window.failures >= policy.flapFailures
    }

    /// A service that flapped has to pass longer than it ever did while flapping.
    private var successesNeeded: Int {
        cause == .flapping ? max(policy.successThreshold, policy.flapWindow) : policy.successThreshold
    }

    private mutating func ended(
        _ cause: Cause, restartsItself: Bool, at now: Instant, canRollBack: Bool
    ) -> [LadderAction] {
        // The engine's own restart gets its chance; an end counts as a failed probe, so a crash loop still adds up.
        if restartsItself {
            wasUp = true
            return failed(at: now, canRollBack: canRollBack)
        }
        switch state {
        case .starting, .healthy, .healed, .suspect:
            return detect(cause, at: now, canRollBack: canRollBack)
        case .verifying(let rung, _, _):
            guard holds.isEmpty else { return [] }
            return didNotHelp(rung, at: now, canRollBack: canRollBack)
        case .backingOff, .restarting, .rollingBack, .escalated, .held:
            return []
        }
    }

    // MARK: - Time, holds and people

    private mutating func tick(at now: Instant, canRollBack: Bool) -> [LadderAction] {
        switch state {
        case .backingOff(let until) where now >= until && holds.isEmpty:
            return step(at: now, canRollBack: canRollBack)
        case .verifying(let rung, let graceEnd, let deadline) where now >= deadline:
            // One that passes now is given the time to pass often enough, once; one that is held, until it is not.
            guard successes == 0 || hasExtraTime, holds.isEmpty else {
                hasExtraTime = holds.isEmpty
                state = .verifying(
                    rung, graceEnd: graceEnd, deadline: now.advanced(by: policy.verificationLimit))
                return []
            }
            return didNotHelp(rung, at: now, canRollBack: canRollBack)
        default:
            return []
        }
    }

    private mutating func hold(_ new: Set<Hold>, at now: Instant, canRollBack: Bool) -> [LadderAction] {
        let old = holds
        holds = new
        if new.isEmpty {
            switch state {
            case .held: return start(closing: nil, at: now)
            case .verifying(let rung, _, _):
                if !old.isEmpty { verify(rung, at: now) }
                return []
            default: return tick(at: now, canRollBack: canRollBack)
            }
        }
        switch state {
        case .starting, .healthy, .suspect, .healed:
            state = .held
            return []
        case .escalated:
            // A person at work on an escalated service ends the escalation; the rest changes nothing about it.
            guard new.contains(.manualStop) || new.contains(.absent) else { return [] }
            state = .held
            return [.cleared]
        case .backingOff, .verifying:
            // What is under way goes on, since half a heal is worse than a whole one; no new step begins.
            let added = new.subtracting(old)
            if added.contains(.manualStop) { return supersede(.manualStop) }
            if added.contains(.absent) { return supersede(.absent) }
            if added.contains(.dependencyDown) { return supersede(.dependencyDown) }
            return []
        case .restarting, .rollingBack, .held:
            return []
        }
    }

    private mutating func start(closing ending: Ending?, at now: Instant) -> [LadderAction] {
        let actions: [LadderAction] =
            if state.isIncident, let ending {
                [.close(ending)]
            } else if case .escalated = state {
                [.cleared]
            } else {
                []
            }
        clearCounts()
        if ending == .superseded(.deploy) {
            tries = 0
            lastAction = nil
        }
        state = holds.isEmpty ? .starting(until: now.advanced(by: policy.startPeriod)) : .held
        return actions
    }

    /// A person says that the past is past.
    private mutating func resume(at now: Instant) -> [LadderAction] {
        tries = 0
        lastAction = nil
        budget = RestartBudget(policy: policy.budget)
        return start(closing: nil, at: now)
    }

    private mutating func rollBackByHand(at now: Instant) -> [LadderAction] {
        guard !state.isIncident else { return [] }
        cause = .requested
        clearCounts()
        state = .rollingBack
        lastAction = now
        return [.open(.requested), .rollBack]
    }

    // MARK: - The rungs

    private mutating func detect(_ cause: Cause, at now: Instant, canRollBack: Bool) -> [LadderAction] {
        self.cause = cause
        return [.open(cause)] + climb(at: now, canRollBack: canRollBack)
    }

    /// The next rung: restarts first, then the known-good image, then a person. What changes something waits for the
    /// backoff, and while the service is held.
    private mutating func climb(at now: Instant, canRollBack: Bool) -> [LadderAction] {
        if holds.contains(.dependencyDown) { return supersede(.dependencyDown) }
        clearCounts()
        var delay = Duration.zero
        if restartsNext(at: now, canRollBack: canRollBack) {
            delay = policy.backoff.delay(afterTries: tries, fraction: random.fraction())
        } else if !canRollBack {
            return close(.escalated(.budgetExhausted))
        }
        // From the last action on, so that one who recovers for a moment does not wait anew each time.
        let until = max(now, (lastAction ?? now).advanced(by: delay))
        guard until <= now, holds.isEmpty else {
            state = .backingOff(until: until)
            return []
        }
        return step(at: now, canRollBack: canRollBack)
    }

    private mutating func restartsNext(at now: Instant, canRollBack: Bool) -> Bool {
        // A backoff slower than the budget refills must not make an incident endless.
        let isAllowed = tries < policy.budget.limit && budget.left(at: now) > 0
        return (tries < policy.restartsBeforeRollback || !canRollBack) && isAllowed
    }

    private mutating func step(at now: Instant, canRollBack: Bool) -> [LadderAction] {
        if restartsNext(at: now, canRollBack: canRollBack) { return restart(at: now) }
        guard canRollBack else { return close(.escalated(.budgetExhausted)) }
        clearCounts()
        state = .rollingBack
        lastAction = now
        return [.rollBack]
    }

    private mutating func restart(at now: Instant) -> [LadderAction] {
        state = .restarting
        budget.spend(at: now)
        tries += 1
        lastAction = now
        clearCounts()
        return [.restart(attempt: tries)]
    }

    private mutating func actionEnded(
        _ result: ActionResult, at now: Instant, canRollBack: Bool
    ) -> [LadderAction] {
        let rung: Rung
        switch state {
        case .restarting: rung = .restart
        case .rollingBack: rung = .rollback
        default: return []
        }
        switch result {
        case .done:
            guard !holds.contains(.dependencyDown) else { return supersede(.dependencyDown) }
            verify(rung, at: now)
            return []
        case .failed:
            guard rung == .restart else { return close(.escalated(.rollbackFailed)) }
            return climb(at: now, canRollBack: canRollBack)
        case .notNeeded:
            return close(.recovered)
        case .superseded(.deploy):
            return start(closing: .superseded(.deploy), at: now)
        case .superseded(let reason):
            return supersede(reason)
        }
    }

    private mutating func verify(_ rung: Rung, at now: Instant) {
        clearCounts()
        lastAction = now
        state = .verifying(
            rung, graceEnd: now.advanced(by: policy.startPeriod),
            deadline: now.advanced(by: policy.verificationLimit))
    }

    private mutating func didNotHelp(_ rung: Rung, at now: Instant, canRollBack: Bool) -> [LadderAction] {
        switch rung {
        case .restart: climb(at: now, canRollBack: canRollBack)
        case .rollback: close(.escalated(.rollbackDidNotHelp))
        }
    }

    private mutating func close(_ ending: Ending) -> [LadderAction] {
        clearCounts()
        if case .escalated(let reason) = ending {
            state = .escalated(reason)
        } else {
            state = holds.isEmpty ? .healed : .held
        }
        return [.close(ending)]
    }

    private mutating func supersede(_ reason: Ending.Supersession) -> [LadderAction] {
        clearCounts()
        state = .held
        return [.close(.superseded(reason))]
    }

    private mutating func clearCounts() {
        failures = 0
        failuresOfStart = 0
        successes = 0
        wasUp = false
        hasExtraTime = false
        window.clear()
    }
}
