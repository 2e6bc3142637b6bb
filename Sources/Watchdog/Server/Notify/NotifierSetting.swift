package import CoreMetrics

/// What all notifiers need alike.
package struct NotifierSetting: Sendable {
    /// Names the channel in metrics and messages; unique among the notifiers.
    package var name: String
    package var policy: CourierPolicy
    package var factory: any MetricsFactory
    /// For the jitter.
    package var seed: UInt64
    /// Names the place the services run in, such as the host.
    package var environment: String
    /// Escalated incidents by service that a former life told of; they are still to be resolved.
    package var escalated: [String: String]
    /// Milliseconds since 1970.
    package var wall: @Sendable () -> Int64
    package var sleep: @Sendable (Duration) async throws -> Void
    /// Told of each notice that was not delivered.
    package var troubled: @Sendable (String) -> Void

    package init(
        name: String, policy: CourierPolicy = CourierPolicy(), factory: any MetricsFactory, seed: UInt64,
        environment: String, escalated: [String: String] = [:], wall: @escaping @Sendable () -> Int64,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        troubled: @escaping @Sendable (String) -> Void
    ) {
        self.name = name
        self.policy = policy
        self.factory = factory
        self.seed = seed
        self.environment = environment
        self.escalated = escalated
        self.wall = wall
        self.sleep = sleep
        self.troubled = troubled
    }

    func desk(_ attempt: @escaping @Sendable (Notice) async -> Delivery) -> NoticeDesk {
        let courier = Courier(
            name: name, policy: policy, factory: factory, seed: seed, troubled: troubled, sleep: sleep,
            attempt: attempt)
        return NoticeDesk(courier: courier, escalated: escalated, wall: wall)
    }
}
