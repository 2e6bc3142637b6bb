import Foundation
import Incident
import Workspace

/// Runs a notification's command through the lab's one door for processes.
enum NotifyCommand {
    /// The end of the command: its exit code, or 128 and the signal's number.
    @Sendable static func launch(_ command: [String], _ input: Data) async throws -> Int32 {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "lab-notice-\(UUID().uuidString)")
        try input.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try await SubprocessRunner().run(
            Command("/bin/sh", ["-c", #"exec "$@" < "$0""#, file.path] + command, owner: "lab-watch"))
        return switch result.termination {
        case .exited(let code): code
        case .signalled(let signal): 128 + signal
        case .timedOut: 124
        }
    }
}
