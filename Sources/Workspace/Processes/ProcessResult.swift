package import Incident

/// What a process left behind when it, and everything it started, was gone.
package struct ProcessResult: Sendable {
    /// Standard output and standard error in the order they were written, cut in the middle if too long.
    package var console: String
    package var termination: Termination
    package var duration: Duration

    package init(console: String, termination: Termination, duration: Duration) {
        self.console = console
        self.termination = termination
        self.duration = duration
    }
}
