/// A service to be watched.
package struct ServiceSpec: Sendable, Equatable {
    /// Its name in the configuration, reports and metrics.
    package var name: String
    /// Name of its container; for an orchestrator, of its service.
    package var container: String
    /// One failed probe of these is a failed look at its life.
    package var liveness: [ProbeSpec]
    /// Shown, and asked before a service counts as verified; never a reason to act.
    package var readiness: [ProbeSpec]
    package var policy: LadderPolicy
    /// Services of the same configuration without which this one cannot work: while they are down, it is left alone.
    package var dependsOn: [String]
    package var maintenance: [MaintenanceWindow]
    /// Lines of the container's output kept in a report.
    package var logLines: Int

    package init(
        name: String, container: String, liveness: [ProbeSpec], readiness: [ProbeSpec] = [],
        policy: LadderPolicy = LadderPolicy(), dependsOn: [String] = [],
        maintenance: [MaintenanceWindow] = [], logLines: Int = 50
    ) {
        self.name = name
        self.container = container
        self.liveness = liveness
        self.readiness = readiness
        self.policy = policy
        self.dependsOn = dependsOn
        self.maintenance = maintenance
        self.logLines = logLines
    }
}

/// A weekly span of wall-clock time in which a service is left alone.
package struct MaintenanceWindow: Sendable, Equatable {
    /// 1 Monday to 7 Sunday (ISO 8601): the days on which it begins.
    package var days: Set<Int>
    /// Minutes after midnight.
    package var start: Int
    package var minutes: Int
    /// Such as `Europe/Berlin`.
    package var timeZone: String

    package init(days: Set<Int>, start: Int, minutes: Int, timeZone: String = "UTC") {
        self.days = days
        self.start = start
        self.minutes = minutes
        self.timeZone = timeZone
    }
}
