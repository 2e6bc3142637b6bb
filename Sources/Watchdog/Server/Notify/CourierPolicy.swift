import Watchdog

/// How hard a courier tries.
package struct CourierPolicy: Sendable, Equatable {
    /// After these attempts a notice counts as undelivered.
    package var attempts: Int
    /// First wait; doubled each time, less a random part of up to a half.
    package var backoff: Duration
    package var backoffLimit: Duration
    /// Notices that wait at most; one more pushes the oldest out, undelivered.
    package var queue: Int
    /// For one attempt.
    package var timeout: Duration
    /// After the end of the watch, for all that still waits.
    package var drain: Duration

    package init(
        attempts: Int = 6, backoff: Duration = .milliseconds(500), backoffLimit: Duration = .seconds(30),
        queue: Int = 1000, timeout: Duration = .seconds(10), drain: Duration = .seconds(10)
    ) {
        self.attempts = attempts
        self.backoff = backoff
        self.backoffLimit = backoffLimit
        self.queue = queue
        self.timeout = timeout
        self.drain = drain
    }

    /// - Parameter asked: what the other end asked for; heeded up to twice the limit.
    func wait(afterAttempt attempt: Int, asked: Duration?, random: inout SplitMix) -> Duration {
        let full = min(backoffLimit, backoff * (1 << min(attempt - 1, 20)))
        let jittered = full * (1 - random.fraction() / 2)
        return max(jittered, min(asked ?? .zero, backoffLimit * 2))
    }
}
