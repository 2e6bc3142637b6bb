/// The one door through which the lab starts processes.
package protocol ProcessRunner: Sendable {
    /// Runs a command to its end and leaves no process of it behind.
    ///
    /// A process that fails is a result, not an error. Throws `CancellationError` when the task was cancelled, after
    /// the process was killed, and `LabError` with code `unavailable` when there is no such executable.
    func run(_ command: Command) async throws -> ProcessResult
}
