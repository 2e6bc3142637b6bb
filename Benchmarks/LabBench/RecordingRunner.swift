import Foundation
import Incident
import Synchronization
import Workspace

/// Runs commands as ever and notes each one, with what had changed in the tree before it.
final class RecordingRunner: ProcessRunner {
    struct Entry: Sendable {
        var command: Command
        /// Swift files that differ from the entry before; nil for a file that went away.
        var changes: [String: Data?]
        var duration: Duration
        var termination: Termination
    }

    private let inner = SubprocessRunner()
    private let state = Mutex(State())

    private struct State {
        var tree: String?
        var files: [String: Data] = [:]
        var entries: [Entry] = []
    }

    func run(_ command: Command) async throws -> ProcessResult {
        // Only builds read the sources.
        let changes = command.executable == "swift" ? snapshot(command.workingDirectory) : [:]
        let result = try await inner.run(command)
        state.withLock {
            $0.entries.append(
                Entry(
                    command: command, changes: changes, duration: result.duration,
                    termination: result.termination))
        }
        return result
    }

    /// What was noted since the last call.
    func take() -> [Entry] {
        state.withLock { state in
            let entries = state.entries
            state.entries = []
            return entries
        }
    }

    private func snapshot(_ tree: String?) -> [String: Data?] {
        guard let tree else { return [:] }
        var now: [String: Data] = [:]
        let names = FileManager.default.enumerator(atPath: tree)?.compactMap { $0 as? String } ?? []
        for name in names where name.hasSuffix(".swift") && !name.hasPrefix(".git/") {
            now[name] = FileManager.default.contents(atPath: tree + "/" + name)
        }
        return state.withLock { state in
            var changes: [String: Data?] = [:]
            for (name, data) in now where state.files[name] != data { changes[name] = data }
            for name in state.files.keys where now[name] == nil { changes[name] = .some(nil) }
            state.files = now
            return changes
        }
    }
}
