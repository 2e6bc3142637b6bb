import CProcess
import Foundation
import Incident

/// Keeps a second watchdog off a journal; the kernel lets go of it when the process ends in any way.
///
/// A file of its own, since SQLite's locks are held per transaction only, and closing any descriptor of the database
/// would drop them.
package final class JournalLock: Sendable {
    private let descriptor: Int32

    /// Of a journal that there may not be yet: who holds it is the only one to act on the services of a configuration.
    ///
    /// - Throws: `LabError` with `.locked` that names the file and the holder.
    package convenience init(journal: String) throws {
        let folder = URL(fileURLWithPath: journal).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw LabError(
                .cannotWrite, "The journal's directory '\(folder)' cannot be made.", underlying: error)
        }
        try self.init(path: journal + ".lock")
    }

    /// Throws `LabError` with code `locked` that names the file and the holder.
    init(path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw LabError(.cannotWrite, "'\(path)' cannot be opened: \(String(cString: strerror(errno))).")
        }
        // A child that was forked but has not yet executed its program shares the lock of a watchdog just ended.
        var error = lab_lock_file(descriptor)
        for _ in 0..<20 where error == EWOULDBLOCK {
            usleep(10_000)
            error = lab_lock_file(descriptor)
        }
        guard error == 0 else {
            var buffer = [UInt8](repeating: 0, count: 32)
            let count = pread(descriptor, &buffer, buffer.count, 0)
            let holder = String(decoding: buffer[..<max(count, 0)], as: UTF8.self).split(separator: "\n")
                .first
            close(descriptor)
            throw LabError(
                .locked,
                "The journal is in use by \(holder.map { "process \($0)" } ?? "another process"): '\(path)'.",
                hint: "One watchdog per journal: stop that one, or choose another journal.")
        }
        let text = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        guard pwrite(descriptor, text, text.count, 0) == text.count else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw LabError(.cannotWrite, "'\(path)' cannot be written: \(reason).")
        }
    }

    deinit { close(descriptor) }
}
