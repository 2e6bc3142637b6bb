import CProcess
import Foundation
import Watchdog

/// Holds a root for one change; the kernel lets go of it when the process ends in any way.
///
/// A supervisor that is being launched shares the lock: it goes with the last of the two.
final class RootLock: Sendable {
    let descriptor: Int32

    /// Waits for other changes, which take milliseconds. Throws ``EngineFault`` `.conflict` naming the holder.
    init(path: String, limit: Duration) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DurableFile.fault("open", path) }
        let deadline = ContinuousClock.now.advanced(by: limit)
        while true {
            let error = lab_lock_file(descriptor)
            if error == 0 { break }
            guard error == EWOULDBLOCK, ContinuousClock.now < deadline else {
                let holder = Self.holder(descriptor)
                close(descriptor)
                throw EngineFault(
                    .conflict, "'\(path)' has been held by \(holder) for more than \(limit.inSeconds) s.")
            }
            usleep(2000)
        }
        let text = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        pwrite(descriptor, text, text.count, 0)
    }

    deinit { close(descriptor) }

    private static func holder(_ descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let text = String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
        return text.split(separator: "\n").first.map { "process \($0)" } ?? "another process"
    }
}
