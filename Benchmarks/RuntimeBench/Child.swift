import Foundation
import Incident

/// A program of our own making, ended by its process id.
///
/// Foundation's `Process` hands the calling thread's signal mask down, in which a worker thread blocks everything: a
/// program that waits for signals, as monit does for its children's ends, waits in vain then, and cannot be asked to end.
final class Child {
    /// From the request to end to the kill.
    private static let patience: Duration = .seconds(5)

    private let id: pid_t
    private var hasEnded = false
    /// What it prints, when that was asked for.
    let output: FileHandle?

    /// - Parameter prints: whether ``output`` is wanted; else it goes nowhere.
    init(_ program: String, _ arguments: [String], prints: Bool = false) throws {
        #if os(Linux)
            var attributes = posix_spawnattr_t()
            var files = posix_spawn_file_actions_t()
        #else
            var attributes: posix_spawnattr_t?
            var files: posix_spawn_file_actions_t?
        #endif
        posix_spawnattr_init(&attributes)
        posix_spawn_file_actions_init(&files)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&files)
        }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let pipe = prints ? Pipe() : nil
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        if let pipe {
            posix_spawn_file_actions_adddup2(&files, pipe.fileHandleForWriting.fileDescriptor, 1)
        } else {
            posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        let error = posix_spawn(&id, program, &files, &attributes, &words, environ)
        try? pipe?.fileHandleForWriting.close()
        guard error == 0 else {
            throw LabError(.unavailable, "'\(program)' cannot be run: \(String(cString: strerror(error))).")
        }
        self.id = id
        output = pipe?.fileHandleForReading
    }

    deinit { end() }

    var isRunning: Bool {
        if !hasEnded { hasEnded = waitpid(id, nil, WNOHANG) != 0 }
        return !hasEnded
    }

    /// Returns when it has ended. Blocks.
    func end() {
        guard isRunning else { return }
        kill(id, SIGTERM)
        let deadline = ContinuousClock.now + Self.patience
        while isRunning {
            if ContinuousClock.now >= deadline { kill(id, SIGKILL) }
            usleep(10_000)
        }
    }
}
