/// The next step of a restart or rollback, from the plan and from what the engine says is true.
///
/// Nothing is assumed from calls made before: after a crash, a time-out or a lie the same two inputs lead on.
///
///     rollback:  tag ─► create next ─► stop old ─► old aside ─► next into place ─► start
///     undo:      remove new ─► old into place ─► start ─► tag back
enum Playbook {
    enum Step: Sendable, Equatable {
        case call(EngineCall)
        case done
        /// The engine is at it by itself: look again soon.
        case wait
        /// Given up; for a rollback, everything is back where it was.
        case failed
        case superseded(Ending.Supersession)
    }

    /// Calls for one restart; after these it counts as failed.
    static let restartCalls = 3
    /// Refused calls in one rollback; after these it is undone.
    static let rollbackRefusals = 3
    /// Calls in one rollback, refused or not; after these it is undone.
    static let rollbackCalls = 24
    /// Looks at a container between states, a second apart; after these the rollback is undone, or given up.
    static let rollbackWaits = 30
    /// Calls in all, undoing included; after these the plan is left where it is, and a person is called.
    static let callsInAll = 60

    static func restart(_ plan: RestartPlan, name: String, image: String, truth: Survey) -> Step {
        guard let container = truth.named(name) else { return .superseded(.absent) }
        guard container.id == plan.id, container.image == image else { return .superseded(.deploy) }
        if let incarnation = plan.incarnation, container.incarnation != incarnation, plan.calls > 0 {
            return container.state == .other ? .wait : .done
        }
        if container.state == .other { return .wait }
        if plan.calls >= restartCalls { return .failed }
        return .call(.restart(id: plan.id, timeout: container.stopTimeout))
    }

    /// For engines that replace containers by themselves.
    static func replacement(_ plan: RollbackPlan, truth: Survey) -> Step {
        guard let service = truth.named(plan.name) else { return .superseded(.absent) }
        guard service.id == plan.oldID else { return .superseded(.deploy) }
        if service.image == plan.to { return service.state == .other ? .wait : .done }
        guard service.image == plan.from else { return .superseded(.deploy) }
        if plan.isUndoing { return .failed }
        return .call(.setImage(id: service.id, image: plan.to))
    }

    static func rollback(_ plan: RollbackPlan, truth: Survey) -> Step {
        if plan.isUndoing { return undo(plan, truth: truth) }
        let next = truth.named(plan.nextName)
        guard let current = truth.named(plan.name) else {
            // Only the old one that this plan set aside explains an empty place; else somebody removed the service.
            guard !plan.hasPlaced || next != nil, truth.named(plan.asideName)?.id == plan.oldID else {
                return .superseded(.absent)
            }
            guard let next, !isLeaving(plan, truth) else { return undo(plan, truth: truth) }
            return .call(.rename(id: next.id, name: plan.name))
        }
        if current.id == plan.oldID {
            guard current.image == plan.from else { return .superseded(.deploy) }
            // On its way out by somebody's hand, most likely: whoever it is comes first.
            if current.state == .other { return .wait }
            // A reference that points elsewhere is somebody's next deploy, and theirs.
            if let reference = plan.reference, !reference.isEmpty, truth.tagged == plan.from {
                return .call(.tag(image: plan.to, reference: reference))
            }
            guard let next else {
                let reference = truth.tagged == plan.to ? plan.reference ?? "" : ""
                return .call(
                    .create(name: plan.nextName, like: plan.oldID, image: plan.to, reference: reference))
            }
            // Half made, or made from an image that was moved meanwhile: never start what is not proved equal.
            if !plan.accepts(next) { return .call(.remove(id: next.id)) }
            if current.isUp { return .call(.stop(id: plan.oldID, timeout: plan.stopTimeout)) }
            return .call(.rename(id: plan.oldID, name: plan.asideName))
        }
        guard current.id == plan.newID else { return .superseded(.deploy) }
        switch current.state {
        case .created:
            if isLeaving(plan, truth) { return undo(plan, truth: truth) }
            return .call(.start(id: current.id))
        // Whether it runs well is for the verification to say.
        case .running, .restarting, .paused, .exited, .other: return .done
        }
    }

    /// Somebody removed the service while it was set aside: the old one is gone, or on its way out, by no call of ours.
    private static func isLeaving(_ plan: RollbackPlan, _ truth: Survey) -> Bool {
        guard let aside = truth.named(plan.asideName), aside.id == plan.oldID else { return true }
        return aside.state == .other
    }

    private static func undo(_ plan: RollbackPlan, truth: Survey) -> Step {
        let current = truth.named(plan.name)
        if let current, current.id != plan.oldID, current.id != plan.newID { return .superseded(.deploy) }
        for container in [current, truth.named(plan.nextName)].compactMap({ $0 })
        where container.id != plan.oldID {
            return .call(takeAway(container, plan))
        }
        guard let current else {
            let isOurDoing = !plan.hasPlaced || plan.hasRemovedNew
            guard isOurDoing, let aside = truth.named(plan.asideName), aside.id == plan.oldID else {
                return .superseded(.absent)
            }
            return aside.state == .other ? .wait : .call(.rename(id: plan.oldID, name: plan.name))
        }
        if current.state == .other { return .wait }
        if !current.isUp, !plan.yields { return .call(.start(id: current.id)) }
        // The service first, its reference last: a reference that cannot be put back harms nobody now.
        if let reference = plan.reference, plan.hasTagged, truth.tagged == plan.to,
            plan.refusals < rollbackRefusals
        {
            return .call(.tag(image: plan.from, reference: reference))
        }
        return .failed
    }

    /// What is left to do when an incident with a rollback is over; nil when nothing is.
    static func cleanUp(_ plan: RollbackPlan, ending: Ending, keepsOld: Bool, truth: Survey) -> EngineCall? {
        if let next = truth.named(plan.nextName) { return takeAway(next, plan) }
        guard let aside = truth.named(plan.asideName) else { return nil }
        if ending == .healed(.rollback), !keepsOld { return takeAway(aside, plan) }
        // Somebody started the old one while it was on its way out: two must not run.
        let isReplaced = truth.named(plan.name).map { $0.id != aside.id } ?? false
        return aside.isUp && isReplaced ? .stop(id: aside.id, timeout: plan.stopTimeout) : nil
    }

    private static func takeAway(_ container: Container, _ plan: RollbackPlan) -> EngineCall {
        container.isUp ? .stop(id: container.id, timeout: plan.stopTimeout) : .remove(id: container.id)
    }
}

extension RollbackPlan {
    /// Whether a container is the one this plan is to start: the image, and nothing else changed.
    func accepts(_ next: Container) -> Bool { next.image == to && next.differences.isEmpty }

    /// Notes what this call means for the steps after it.
    mutating func intends(_ call: EngineCall, next: Container?) {
        calls += 1
        switch call {
        case .stop(oldID, _): hasStopped = true
        case .tag(to, _): hasTagged = true
        case .rename(_, name) where !isUndoing: hasPlaced = true
        case .remove(let id) where isUndoing: hasRemovedNew = hasRemovedNew || id == newID
        case .remove where !isUndoing:
            // An engine that copies wrongly once will do so again.
            if let next, !accepts(next) { refusals += 1 }
        default: break
        }
    }

    mutating func turnBack() {
        guard !isUndoing else { return }
        isUndoing = true
        refusals = 0
        waits = 0
    }
}
