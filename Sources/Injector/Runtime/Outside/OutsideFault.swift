package import Incident

/// One entry of the catalogue for services that know nothing of the lab: done to a container from outside, whatever
/// runs in it.
///
/// The id is that of a ``ContainerFault`` where it means the same.
package protocol OutsideFault: Sendable {
    /// Stable identifier, in `snake_case`.
    var id: String { get }
    /// How a service with this fault fails; for a control, how it would if it did.
    var failureClass: FailureClass { get }
    /// One line, without a full stop.
    var summary: String { get }
    /// What is done to the container, for the person who has to allow it, such as "kills its program".
    var deed: String { get }
    /// What a watchdog that works does about it.
    var expected: ExpectedOutcome { get }
    /// Nil for nothing.
    var disruption: Disruption? { get }
}

/// What can be done to any container.
package enum Disruption: Sendable, Equatable {
    /// By no request to the engine.
    case crash
    case freeze
    /// By a person.
    case stop
    case pause
}
