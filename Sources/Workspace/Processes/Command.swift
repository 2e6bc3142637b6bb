/// A program to run, with everything that bounds it.
package struct Command: Sendable {
    /// A name to look up in `PATH`, or a path.
    package var executable: String
    package var arguments: [String]
    /// Added to the cleaned environment of the lab; see ``CleanEnvironment``.
    package var environment: [String: String]
    /// Nil inherits the lab's own.
    package var workingDirectory: String?
    package var limits: ProcessLimits
    /// Sees the output as it comes and says what counts as progress; nil counts bytes of output.
    package var monitor: (any ProcessMonitor)?
    /// Names whose process this is, so that what a killed lab left behind can be found: a workspace path.
    package var owner: String

    package init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
        workingDirectory: String? = nil, limits: ProcessLimits = ProcessLimits(),
        monitor: (any ProcessMonitor)? = nil, owner: String = "lab"
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.limits = limits
        self.monitor = monitor
        self.owner = owner
    }
}
