/// The thresholds of one service's ladder.
package struct LadderPolicy: Sendable, Equatable {
    /// Failed probes in this time after a start are not counted; the first success ends it.
    package var startPeriod: Duration = .seconds(10)
    /// Failed probes in a row; after these the service counts as failed and is restarted.
    package var failureThreshold = 3
    /// Passed probes in a row; after these a start or an action counts as having worked.
    package var successThreshold = 2
    /// Failed probes among the last ``flapWindow``; after these the service counts as flapping. 0 switches it off.
    package var flapFailures = 5
    package var flapWindow = 10
    /// Restarts since the service was last well; after these the image is rolled back, where it can be.
    package var restartsBeforeRollback = 1
    /// An action without success after this did not help.
    package var verificationLimit: Duration = .seconds(60)
    package var backoff = Backoff()
    package var budget = RestartBudgetPolicy()
    package var rollback: Rollback = .unproven
    package var soak = Soak()
    /// How many known-good images are remembered.
    package var historyDepth = 5
    package var oldContainer: OldContainer = .remove

    /// When an image may be rolled back.
    package enum Rollback: String, Sendable, CaseIterable, Codable {
        case never
        /// Only from an image that has not soaked: a service that ran well for weeks did not break by its image.
        case unproven
        case always
    }

    /// What an image has to show before it counts as known good.
    package struct Soak: Sendable, Equatable {
        package var successes = 30
        package var minimum: Duration = .seconds(60)

        package init(successes: Int = 30, minimum: Duration = .seconds(60)) {
            self.successes = successes
            self.minimum = minimum
        }
    }

    /// What becomes of the container that a rollback replaced, once the new one is verified.
    package enum OldContainer: String, Sendable, CaseIterable, Codable {
        case remove
        case keep
    }

    package init() {}
}
