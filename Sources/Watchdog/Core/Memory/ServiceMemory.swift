/// What the watchdog knows of a service beyond its own life: written before it acts on it, read when it starts again.
package struct ServiceMemory: Sendable, Equatable, Codable {
    /// The container that counts as the service's own.
    package struct Identity: Sendable, Equatable, Codable {
        package var id: String
        package var image: String

        package init(id: String, image: String) {
            self.id = id
            self.image = image
        }
    }

    /// An image that soaked, or that a person vouched for.
    package struct KnownGood: Sendable, Equatable, Codable {
        package var image: String
        package var promoted: Moment
        package var byHand: Bool
    }

    /// A rollback that took place and that no deploy has superseded: nothing is rolled back from there.
    package struct RolledBack: Sendable, Equatable, Codable {
        package var from: String
        package var to: String
    }

    /// A rollback that is over and may have left something behind: a call of it went unanswered, or a removal was
    /// refused.
    package struct Leftover: Sendable, Equatable, Codable {
        package var incident: String
        package var plan: RollbackPlan
        package var ending: Ending
        /// Looked for until then: a call that was not answered may be carried out late.
        package var until: Moment
    }

    /// Why one run of the container's program ended.
    package struct End: Sendable, Equatable, Codable {
        package var cause: Cause
        /// ``Container/incarnation`` of that run: what is told of one run says nothing of the next.
        package var incarnation: String
    }

    /// The boot that all instants below belong to.
    package var boot: String
    package var current: Identity?
    /// Oldest first.
    package var knownGood: [KnownGood] = []
    package var rolledBack: RolledBack?
    /// Restarts that count against the budget, oldest first.
    package var spent: [Moment] = []
    package var tries = 0
    package var lastAction: Moment?
    package var isStoppedByHand = false
    /// Why the container's program ended by itself, until it is seen running again: the exit code alone may look like
    /// a person's stop. Nil when it runs, or when nobody knows.
    package var ended: End?
    /// The machine was started anew, and nobody has looked at the service since: what its end left is no request.
    package var isUnseenSinceBoot = false
    package var escalated: EscalationReason?
    package var incident: OpenIncident?
    /// An incident that is over and whose report may not be written yet.
    package var concluded: ClosedIncident?
    package var leftovers: [Leftover] = []
    /// Incidents so far, the open one included.
    package var incidents = 0

    package init(boot: String) { self.boot = boot }

    /// Moves instants of an earlier boot to this one by the wall clock, so that they are never later than now. Their
    /// order stays, and a wall clock that was set back makes them just past, so that a budget is never larger for it.
    package mutating func move(to boot: String, at now: Moment) {
        guard self.boot != boot else { return }
        self.boot = boot
        isUnseenSinceBoot = true
        func moved(_ moment: Moment) -> Moment {
            let age = max(0, now.wall - moment.wall)
            return Moment(boot: now.boot.advanced(by: .milliseconds(-age)), wall: moment.wall)
        }
        spent = spent.map(moved)
        lastAction = lastAction.map(moved)
        for index in leftovers.indices {
            leftovers[index].until.boot = now.boot.advanced(by: Warden.leftoverPatience)
        }
        incident?.move(moved)
    }
}
