/// Restarts allowed in a sliding window, whatever their cause and whichever life of the watchdog they fell in.
package struct RestartBudget<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
    /// Oldest first.
    package private(set) var spent: [Instant]
    package let policy: RestartBudgetPolicy

    package init(policy: RestartBudgetPolicy, spent: [Instant] = []) {
        self.policy = policy
        self.spent = spent
    }

    package mutating func left(at now: Instant) -> Int {
        spent.removeAll { $0.advanced(by: policy.window) <= now }
        return max(0, policy.limit - spent.count)
    }

    package mutating func spend(at now: Instant) { spent.append(now) }
}

/// How many restarts a service may have in how long, and how many in a row without being well for the backoff's reset
/// time; after these it is rolled back or escalated.
package struct RestartBudgetPolicy: Sendable, Equatable {
    package var limit = 5
    package var window: Duration = .seconds(3600)

    package init(limit: Int = 5, window: Duration = .seconds(3600)) {
        self.limit = limit
        self.window = window
    }
}
