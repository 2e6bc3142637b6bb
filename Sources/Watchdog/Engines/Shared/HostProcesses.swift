import CSupervise
import Foundation
import Watchdog

/// The processes of one container, as this machine's kernel has them.
///
/// Who belongs to it the kernel is asked anew before each signal: a number alone may long be somebody else's.
struct HostProcesses: Sendable {
    /// Rounds over all processes, 2 ms apart, since those that still run may start others; after these what runs stays.
    private static let rounds = 50

    /// Of the container, in messages.
    let name: String
    let belongs: @Sendable (pid_t) -> Bool

    func kill(_ program: pid_t) throws {
        guard try send(SIGKILL, to: program) else { throw strange }
    }

    func freeze() throws {
        guard !all.isEmpty else { throw strange }
        for _ in 0..<Self.rounds {
            let running = all.filter { !["T", "t", "Z", "X"].contains(state(of: $0)) }
            if running.isEmpty { return }
            for process in running { _ = try send(SIGSTOP, to: process) }
            usleep(2000)
        }
    }

    func thaw() throws {
        for process in all where state(of: process) == "T" { _ = try send(SIGCONT, to: process) }
    }

    var areFrozen: Bool { all.contains { state(of: $0) == "T" } }

    private var strange: EngineFault {
        EngineFault(
            .refused,
            "the program of \(name) is not among the processes of this machine: the lab has to run where the engine does"
        )
    }

    private var all: [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { $0 != getpid() && belongs($0) }.sorted()
    }

    private func state(of process: pid_t) -> Character {
        Character(UnicodeScalar(UInt8(truncatingIfNeeded: supervise_state(process))))
    }

    /// False when there is no such process of the container.
    private func send(_ signal: Int32, to process: pid_t) throws -> Bool {
        let descriptor = supervise_pidfd(process)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // The descriptor holds on to the process: looked at from here on, it is the one meant.
        guard belongs(process) else { return false }
        switch supervise_signal(descriptor, signal) {
        case 0: return true
        case ESRCH: return false
        case EPERM:
            throw EngineFault(
                .denied,
                "no permission to signal the processes of \(name): run the lab as root, or as their user")
        case let error:
            throw EngineFault(.refused, "\(name) cannot be signalled: \(String(cString: strerror(error)))")
        }
    }
}
