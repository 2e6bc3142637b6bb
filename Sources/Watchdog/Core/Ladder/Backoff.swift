/// Exponential backoff with jitter: nothing before the first try, then longer each time.
package struct Backoff: Sendable, Equatable {
    package var initial: Duration = .seconds(5)
    package var factor = 2.0
    package var limit: Duration = .seconds(300)
    /// Part of the delay that is drawn at random, from 0 to 1, so that services do not restart in step.
    package var jitter = 0.1
    /// Health for this long; after this the next failure starts from the first step again.
    package var resetAfter: Duration = .seconds(600)

    package init() {}

    /// - Parameters:
    ///   - tries: restarts since the last reset.
    ///   - fraction: a random number from 0 up to 1.
    package func delay(afterTries tries: Int, fraction: Double) -> Duration {
        guard tries > 0 else { return .zero }
        var seconds = initial.inSeconds
        for _ in 1..<max(tries, 1) where seconds < limit.inSeconds { seconds *= factor }
        seconds = min(seconds, limit.inSeconds)
        return .nanoseconds(Int64((seconds - seconds * jitter * fraction) * 1e9))
    }
}
