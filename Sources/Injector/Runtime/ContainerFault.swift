package import Incident

/// One entry of the catalogue for running services: how the sample service is set up, and what then goes wrong.
///
/// It says nothing to the watchdog, which sees probes and engine events alone.
package protocol ContainerFault: Sendable {
    /// Stable identifier, in `snake_case`.
    var id: String { get }
    var aliases: [String] { get }
    /// How a service with this fault fails; for a control, how it would if it did.
    var failureClass: FailureClass { get }
    /// One line, without a full stop.
    var summary: String { get }
    /// What a watchdog that works does about it: the oracle of tests and benchmarks.
    var expected: ExpectedOutcome { get }
    var setup: ServiceSetup { get }
    /// In order, once the image to be watched runs.
    var provocations: [Provocation] { get }
}

extension ContainerFault {
    package var aliases: [String] { [] }
    package var domain: Domain { .container }
    package var isControl: Bool { expected == .untouched }
}

/// The right end of a run with a fault.
package enum ExpectedOutcome: String, Sendable, Codable {
    case healedByRestart = "healed_by_restart"
    case healedByRollback = "healed_by_rollback"
    case escalated
    /// Nothing may be done.
    case untouched
}

/// How the sample service runs, in words that every engine can follow.
///
/// In values, `{own}` stands for a directory that survives a restart, where each version of the service has its own
/// marker; `{scratch}` for one that a restart clears; `{data}` for one outside of the container, which outlives it.
package struct ServiceSetup: Sendable {
    /// Settings baked into the known-good image.
    package var good = ["LABAPP_MARKER": "{own}/labapp-1.0.0.unhealthy"]
    /// Settings baked into the image that is deployed after it; merged over those of the good one.
    package var current = ["LABAPP_MARKER": "{own}/labapp-1.1.0.unhealthy"]
    /// Settings of the container, whatever its image.
    package var container: [String: String] = [:]
    /// After this much memory the program is killed.
    package var memoryLimitBytes = 256 << 20
    /// Runs a second service that this one needs, and declares it.
    package var hasDependency = false
    /// Failed probes in this time after a start are not counted.
    package var startPeriod: Duration = .seconds(3)

    package init() {}
}

/// Something done to a running service or to the world around it.
package enum Provocation: Sendable, Equatable {
    /// A request to the sample service's own switches.
    case post(String)
    /// A person stops it.
    case stopByHand
    /// A person stops what it depends on.
    case stopDependency
    /// The watchdog no longer reaches the engine.
    case cutEngine
    case mendEngine
    case wait(Duration)
}
