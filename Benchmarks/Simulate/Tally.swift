import WatchdogSimulation

/// What many worlds showed together.
struct Tally: Sendable {
    var worlds = 0
    var events = 0
    var milliseconds = 0
    var incidents = 0
    var endings: [String: Int] = [:]
    var coverage = Coverage()
    var failed = 0
    /// The world with the most events: a watchdog that spins shows here.
    var busiest = (seed: UInt64(0), events: 0)
    /// Worlds that failed, by invariant.
    var violations: [String: Int] = [:]
    /// The smallest failed seeds of each invariant.
    var examples: [String: [Example]] = [:]

    struct Example: Sendable, Codable {
        var seed: UInt64
        var violation: Violation
    }

    private static let exampleLimit = 4

    mutating func add(_ report: WorldReport) {
        worlds += 1
        events += report.events
        if report.events > busiest.events { busiest = (report.seed, report.events) }
        milliseconds += report.milliseconds
        incidents += report.incidents
        for ending in report.endings { endings[ending, default: 0] += 1 }
        coverage.add(report.coverage)
        guard !report.violations.isEmpty else { return }
        failed += 1
        for violation in report.violations {
            violations[violation.invariant, default: 0] += 1
            add([Example(seed: report.seed, violation: violation)], to: violation.invariant)
        }
    }

    mutating func add(_ other: Tally) {
        worlds += other.worlds
        events += other.events
        if other.busiest.events > busiest.events { busiest = other.busiest }
        milliseconds += other.milliseconds
        incidents += other.incidents
        endings.merge(other.endings, uniquingKeysWith: +)
        coverage.add(other.coverage)
        failed += other.failed
        violations.merge(other.violations, uniquingKeysWith: +)
        for (invariant, examples) in other.examples { add(examples, to: invariant) }
    }

    private mutating func add(_ more: [Example], to invariant: String) {
        let all = (examples[invariant] ?? []) + more
        examples[invariant] = Array(all.sorted { $0.seed < $1.seed }.prefix(Self.exampleLimit))
    }
}
