import Incident
import Workspace

/// The compiler that verdicts are about.
enum Toolchain {
    /// What `swift --version` says.
    static func version(in directory: String) async throws -> String {
        let result = try await SubprocessRunner().run(
            Command("swift", ["--version"], workingDirectory: directory, owner: directory))
        guard result.termination.isSuccess else {
            throw LabError(.unavailable, "`swift --version` fails.", hint: String(result.console.prefix(500)))
        }
        return result.console
    }
}
