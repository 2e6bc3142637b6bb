import NIOCore
import Watchdog

/// How long a look waits for its service, without the time in which the watchdog itself did not get to run.
///
/// An event loop that comes late to a time-out has not yet read what may have come in time. On a machine that was busy
/// or asleep, every look on its way would fail then, and services be restarted that nothing is wrong with.
struct Patience {
    /// A loop with nothing else to do is less late than this.
    private static let tolerance: TimeAmount = .milliseconds(20)

    private let limit: TimeAmount
    /// How much more may still be given: all in all one more time-out; after this the look fails all the same.
    private var rest: TimeAmount
    private var deadline = NIODeadline.now()

    init(_ limit: Duration) {
        self.limit = .nanoseconds(limit.wholeNanoseconds)
        rest = self.limit
    }

    /// The time-out of a look that begins now.
    mutating func begin(at now: NIODeadline = .now()) -> NIODeadline {
        deadline = now + limit
        return deadline
    }

    /// At the time-out: a later one when it comes late, as much later as it came late.
    mutating func extend(at now: NIODeadline = .now()) -> NIODeadline? {
        let lateness = min(now - deadline, rest)
        guard lateness > Self.tolerance else { return nil }
        rest = rest - lateness
        deadline = now + lateness
        return deadline
    }
}
