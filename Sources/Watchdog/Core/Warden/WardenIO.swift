/// What a ``Warden`` is told.
package enum WardenInput: Sendable, Equatable {
    /// Once, before anything else.
    case begin
    /// One look at the service's life.
    case vital(Vital, detail: String)
    case event(EngineEvent)
    /// Events may have been missed.
    case eventsLost
    /// The answer to the one call in flight.
    case reply(EngineReply)
    case tick
    /// Maintenance and dependencies, which others watch over.
    case hold(Hold, isOn: Bool)
    /// A person's word: the image counts as known good; nil for the one that runs.
    case promote(image: String?)
    case rollBack
    case resume
}

/// What a ``Warden`` asks for. The order is part of the meaning: a record is durable before what follows it.
package enum WardenOutput: Sendable, Equatable {
    case record(JournalEntry, ServiceMemory)
    case call(EngineCall)
    /// The incident is over; writing it twice does no harm.
    case report(ClosedIncident)
    case announce(Announcement)
}

/// News of a service, for logs, metrics, notifications and pages.
package enum Announcement: Sendable, Equatable {
    case state(String)
    case opened(incident: String, cause: Cause)
    case action(incident: String, verb: String, result: String)
    case closed(incident: String, ending: Ending)
    case promoted(image: String)
    case deployed(image: String)
    case held([Hold])
    case cleared
    /// A person's command could not be followed.
    case declined(String)
}

/// An incident that is over, with what its report needs.
package struct ClosedIncident: Sendable, Equatable, Codable {
    package var service: String
    package var container: String
    package var incident: OpenIncident
    package var ending: Ending
    package var closed: Moment
    package var budgetLeft: Int
    package var budgetLimit: Int
    package var escalated: EscalationReason?
}
