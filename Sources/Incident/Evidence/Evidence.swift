/// What one build or test run left to read: all a classifier gets to see.
package struct Evidence: Codable, Sendable {
    /// Which step of the patient's life the evidence comes from.
    package enum Stage: String, Codable, Sendable {
        case build
        case test
        /// Recorded text whose origin nobody noted.
        case unknown
    }

    package var stage: Stage
    /// Standard output and standard error as they came, bounded by the runner.
    package var console: String
    /// Nil when only text was recorded.
    package var termination: Termination?
    /// In the order they happened; empty where no structured events exist.
    package var events: [TestEvent]
    package var crash: CrashReport?
    /// The package root as paths in this evidence spell it; nil when unknown.
    package var root: String?

    package init(
        stage: Stage, console: String, termination: Termination? = nil, events: [TestEvent] = [],
        crash: CrashReport? = nil, root: String? = nil
    ) {
        self.stage = stage
        self.console = console
        self.termination = termination
        self.events = events
        self.crash = crash
        self.root = root
    }
}
