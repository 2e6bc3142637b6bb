package import Incident

/// What a build came to.
package struct BuildRun: Sendable {
    package var succeeded: Bool
    /// The compiler's messages, with the tree as root.
    package var evidence: Evidence
    /// All attempts together.
    package var duration: Duration
    /// More than 1 when the build folder was damaged, or an edit had not been compiled.
    package var attempts: Int

    package init(succeeded: Bool, evidence: Evidence, duration: Duration, attempts: Int = 1) {
        self.succeeded = succeeded
        self.evidence = evidence
        self.duration = duration
        self.attempts = attempts
    }
}
