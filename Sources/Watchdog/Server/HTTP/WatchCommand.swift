/// What a person may ask of a watched service.
package enum WatchCommand: Sendable, Equatable {
    /// The image counts as known good; nil for the one that runs.
    case promote(image: String?)
    case rollBack
    case resume
}

/// What became of a request.
package enum CommandOutcome: Sendable, Equatable {
    /// It is on its way; one sentence for the person.
    case accepted(String)
    /// It cannot be done now; one sentence that says why.
    case declined(String)
    case unknownService
}
