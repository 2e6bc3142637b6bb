@testable import Workspace

/// A machine without any program: every name is looked up in vain.
struct NoToolchainRunner: ProcessRunner {
    func run(_ command: Command) async throws -> ProcessResult {
        var command = command
        command.environment["PATH"] = "/nowhere"
        return try await SubprocessRunner().run(command)
    }
}
