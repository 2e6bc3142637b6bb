import Testing
import WatchdogSimulation

@Suite struct SimulationTests {
    @Test(arguments: [0, 500, 1000, 1500] as [UInt64])
    func worlds_hold_every_invariant(from: UInt64) {
        for seed in from..<from + 500 {
            let report = Simulation.run(seed: seed)
            #expect(report.violations.isEmpty, "lab-simulate --seed \(seed) --trace")
        }
    }

    @Test func a_seed_replays_exactly() {
        for seed in [3, 7, 15, 99] as [UInt64] {
            let first = Simulation.run(seed: seed, traced: true)
            let second = Simulation.run(seed: seed, traced: true)
            #expect(first.trace == second.trace && !first.trace.isEmpty)
            #expect(Simulation.run(seed: seed).events == first.events)
        }
    }

    /// Each invariant is proved able to fail by a watchdog that is broken on purpose.
    @Test(arguments: Sabotage.allCases)
    func a_broken_watchdog_is_caught(sabotage: Sabotage) {
        let seed = (0..<2500).first { seed in
            Simulation.run(seed: UInt64(seed), sabotage: sabotage).violations
                .contains { $0.invariant == sabotage.caughtBy }
        }
        #expect(seed != nil, "\(sabotage.caughtBy) does not notice \(sabotage.rawValue)")
    }

    @Test func every_invariant_has_a_watchdog_that_breaks_it() {
        let caught = Set(Sabotage.allCases.map(\.caughtBy))
        #expect(caught == Set(Simulation.invariants))
    }
}
