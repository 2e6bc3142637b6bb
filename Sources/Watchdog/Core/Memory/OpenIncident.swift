/// An incident from its first failure to its report.
package struct OpenIncident: Sendable, Equatable, Codable {
    /// 16 hexadecimal digits, unique in a journal.
    package var id: String
    package var cause: Cause
    package var firstFailure: Moment
    package var opened: Moment
    package var phase: Phase
    /// Id of the container that failed.
    package var containerBefore = ""
    package var imageBefore: String
    package var imageAfter: String
    package var reference = ""
    package var actions: [ActionRecord] = []
    package var probes: [ProbeNote] = []
    package var logTail: [String] = []

    package enum Phase: Sendable, Equatable, Codable {
        /// For the backoff.
        case waiting
        case restarting(RestartPlan)
        case rollingBack(RollbackPlan)
        case verifying(Rung, RollbackPlan?)
        /// Decided; what is left over is removed, then the report is written.
        case closing(Ending, RollbackPlan?)
    }

    /// Probe results in a row that were the same.
    package struct ProbeNote: Sendable, Equatable, Codable {
        package var outcome: Vital
        package var detail: String
        package var count: Int
        package var first: Moment
        package var last: Moment
    }

    /// One engine call on the way: written before it is made, completed after.
    package struct ActionRecord: Sendable, Equatable, Codable {
        package enum Step: String, Sendable, Equatable, Codable {
            case restart
            case rollback
            case undo
            case cleanUp = "clean_up"
        }
        package var step: Step
        package var attempt: Int
        package var call: EngineCall
        package var intended: Moment
        package var ended: Moment?
        /// `done`, or what the engine said.
        package var result: String?
    }
}

extension OpenIncident {
    /// Moves every instant to another boot. The wall clock may have been set between them: none comes before the last.
    mutating func move(_ moved: (Moment) -> Moment) {
        var last: BootInstant?
        func inOrder(_ moment: Moment) -> Moment {
            var result = moved(moment)
            if let last, result.boot < last { result.boot = last }
            last = result.boot
            return result
        }
        firstFailure = inOrder(firstFailure)
        opened = inOrder(opened)
        for index in actions.indices {
            actions[index].intended = inOrder(actions[index].intended)
            actions[index].ended = actions[index].ended.map(inOrder)
        }
        for index in probes.indices {
            probes[index].first = moved(probes[index].first)
            probes[index].last = moved(probes[index].last)
        }
    }
}

/// A restart on its way.
package struct RestartPlan: Sendable, Equatable, Codable {
    package var id: String
    package var attempt: Int
    /// The run that is to end; known from the first survey on.
    package var incarnation: String?
    package var calls = 0

    package init(id: String, attempt: Int) {
        self.id = id
        self.attempt = attempt
    }
}

/// A rollback on its way: with what the engine says, it tells the next step at any moment.
package struct RollbackPlan: Sendable, Equatable, Codable {
    package var name: String
    package var oldID: String
    package var from: String
    package var to: String
    /// Names of our own for the container to come and the one to go.
    package var nextName: String
    package var asideName: String
    /// Known from the first survey on.
    package var reference: String?
    package var stopTimeout: Duration = .seconds(10)
    package var newID: String?
    /// The old container was asked to stop by this plan; an earlier end of it is somebody else's doing, or its own.
    package var hasStopped = false
    /// The reference was pointed to the image to come by this plan, and is pointed back when it is undone.
    package var hasTagged = false
    /// The new container was given the service's name: from here on an empty place is somebody else's doing.
    package var hasPlaced = false
    package var hasRemovedNew = false
    /// A person stopped the service meanwhile: what is put back is not started.
    package var yields = false
    package var calls = 0
    package var refusals = 0
    package var waits = 0
    /// A step was refused for good: everything is put back.
    package var isUndoing = false

    package init(name: String, old: ServiceMemory.Identity, to: String, incident: String) {
        self.name = name
        oldID = old.id
        from = old.image
        self.to = to
        nextName = "\(name)-lab-\(incident.prefix(8))-next"
        asideName = "\(name)-lab-\(incident.prefix(8))-old"
    }

    package var names: [String] { [name, nextName, asideName] }
}
