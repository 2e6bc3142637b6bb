/// What one look at a service told of its life.
package enum Vital: String, Sendable, Equatable, Codable {
    case passed
    case failed
    /// The probe could not be made, or says nothing about life: engine unreachable, overloaded.
    case unknown
}

/// What an incident was opened for.
package enum Cause: String, Sendable, Equatable, Codable {
    /// Failed probes in a row.
    case failing
    /// Failed probes, never enough in a row.
    case flapping
    /// The process ended by itself.
    case exited
    /// The kernel ended the process for its memory.
    case oomKilled = "oom_killed"
    /// It never passed a probe after its start.
    case neverHealthy = "never_healthy"
    /// A person asked for a rollback.
    case requested
}

/// A step of the ladder.
package enum Rung: String, Sendable, Equatable, Codable {
    case restart
    case rollback
}

/// Why the ladder gave up.
package enum EscalationReason: String, Sendable, Equatable, Codable {
    case budgetExhausted = "budget_exhausted"
    /// The known-good image is bad too; there is no rollback of a rollback.
    case rollbackDidNotHelp = "rollback_did_not_help"
    /// The engine refused a step and the old container was put back.
    case rollbackFailed = "rollback_failed"
}

/// A reason to keep one's hands off a service for now.
package enum Hold: String, Sendable, Equatable, Hashable, Codable, CaseIterable, Comparable {
    case manualStop = "manual_stop"
    case maintenance
    case dependencyDown = "dependency_down"
    case engineUnreachable = "engine_unreachable"
    /// There is no such container.
    case absent
    /// The engine is putting another in its place: somebody's deploy is on its way.
    case replacing

    package static func < (left: Hold, right: Hold) -> Bool { left.rawValue < right.rawValue }
}

/// How an incident ended.
package enum Ending: Sendable, Equatable, Codable {
    case healed(Rung)
    /// It passed again before anything was done.
    case recovered
    case escalated(EscalationReason)
    /// A person, a deploy or a hold took over.
    case superseded(Supersession)

    package enum Supersession: String, Sendable, Equatable, Codable {
        case deploy
        case manualStop = "manual_stop"
        case dependencyDown = "dependency_down"
        case absent
    }
}

/// How an action that the ladder asked for ended.
package enum ActionResult: Sendable, Equatable {
    case done
    /// The engine refused, for good.
    case failed
    /// The service passed again before anything was done.
    case notNeeded
    case superseded(Ending.Supersession)
}

/// What the ladder is told.
package enum LadderEvent: Sendable, Equatable {
    case probe(Vital)
    /// The process ended by itself; `restartsItself` when the engine's own policy starts it again.
    case ended(Cause, restartsItself: Bool)
    /// A deadline may have passed.
    case tick
    case actionEnded(ActionResult)
    case holds(Set<Hold>)
    /// Somebody else put another container or image in place.
    case deployed
    /// Somebody else started the program anew.
    case startedByOthers
    /// A person says: try again, with nothing counted.
    case resumed
    /// A person says: roll back now.
    case rollbackRequested
}

/// What the ladder asks for, in order.
package enum LadderAction: Sendable, Equatable {
    case open(Cause)
    case restart(attempt: Int)
    case rollBack
    case close(Ending)
    /// An escalated service passes its probes again.
    case cleared
}
