import CSupervise
import Foundation
import Watchdog

/// Speaks to the supervisor of one run. A descriptor holds on to the process, so that nobody who came to its number
/// later can be meant.
struct SupervisorLink: ~Copyable {
    private let descriptor: Int32

    /// Nil when the supervisor is gone.
    init?(_ run: RunRecord) {
        descriptor = supervise_pidfd(run.supervisor)
        guard descriptor >= 0 else { return nil }
        // The number was taken before it was looked at: if the start time is right now, it was right then.
        guard ContainerDirectory.isAlive(run) else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func stop(timeout: Duration) throws { try tell(SUPERVISE_STOP, timeout.wholeMilliseconds) }

    func restart(timeout: Duration) throws { try tell(SUPERVISE_RESTART, timeout.wholeMilliseconds) }

    func signal(_ number: Int32) throws { try tell(SUPERVISE_SIGNAL, Int(number)) }

    private func tell(_ command: supervise_command, _ argument: Int) throws {
        let error = supervise_tell(descriptor, Int32(command.rawValue), Int32(argument))
        // Gone meanwhile: its exit is on record, which is what the caller reads next.
        guard error != 0, error != ESRCH else { return }
        errno = error
        throw DurableFile.fault("signal", "supervisor")
    }
}
