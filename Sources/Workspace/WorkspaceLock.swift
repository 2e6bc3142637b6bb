import CProcess
import Foundation
import Incident

/// Holds a workspace for one process; the kernel lets go of it when the process ends in any way.
final class WorkspaceLock: Sendable {
    private let descriptor: Int32

    /// Throws `LabError` with code `locked` that names the holder.
    init(directory: String) throws {
        let path = directory + "/lock"
        // Closed on exec, so that no child can hold the workspace.
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw LabError(.cannotWrite, "'\(path)' cannot be opened: \(String(cString: strerror(errno))).")
        }
        let error = lab_lock_file(descriptor)
        guard error == 0 else {
            let holder = (try? Files.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let process = holder.split(separator: "\n").first.map { "process \($0)" } ?? "another process"
            close(descriptor)
            throw LabError(
                .locked, "The workspace '\(directory)' is in use by \(process).",
                hint: "Wait for that run to end, or choose another directory.")
        }
        let text = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        guard pwrite(descriptor, text, text.count, 0) == text.count else {
            close(descriptor)
            throw LabError(.cannotWrite, "'\(path)' cannot be written: \(String(cString: strerror(errno))).")
        }
    }

    deinit {
        lab_unlock_file(descriptor)
        close(descriptor)
    }
}
