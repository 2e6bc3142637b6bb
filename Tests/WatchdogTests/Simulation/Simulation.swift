import Watchdog

/// Runs simulated worlds.
///
///     seed ─► plan (services, images, faults) ─► world ─► referee (invariants) ─► report
///
/// Most worlds are wild: many faults at once. Some are calm ones run twice, since two of the invariants compare a run
/// with what it would have been: without the watchdog's death, without the wall clock's jump.
package enum Simulation {
    package static let crashInvariant = "CrashesChangeNothing"
    package static let clockInvariant = "ClockJumpsCauseNothing"

    /// Names of everything that must hold.
    package static var invariants: [String] {
        Referee.makeInvariants().map { type(of: $0).name } + [crashInvariant, clockInvariant]
    }

    /// - Parameters:
    ///   - sabotage: how the watchdog is broken on purpose.
    ///   - traced: keeps every line; worlds run several times slower.
    package static func run(seed: UInt64, sabotage: Sabotage? = nil, traced: Bool = false) -> WorldReport {
        switch seed % 16 {
        case 7: Twins.crash(seed: seed, sabotage: sabotage, traced: traced)
        case 15: Twins.clock(seed: seed, sabotage: sabotage, traced: traced)
        default: wild(seed: seed, sabotage: sabotage, traced: traced)
        }
    }

    private static func wild(seed: UInt64, sabotage: Sabotage?, traced: Bool) -> WorldReport {
        var maker = PlanMaker(seed: seed)
        let world = World(maker.wild(), sabotage: sabotage, traced: traced)
        world.run()
        return report(seed, world)
    }

    static func report(_ seed: UInt64, _ world: World) -> WorldReport {
        var report = WorldReport(seed: seed)
        report.add(world)
        return report
    }
}

extension WorldReport {
    mutating func add(_ world: World) {
        events += world.events
        milliseconds += world.clock
        for journal in world.journals {
            incidents += journal.reports.count
            endings += journal.reports.values.map(\.ending.point)
        }
        violations += world.referee.violations
        coverage.add(world.coverage)
        trace += world.trace ?? []
    }
}
