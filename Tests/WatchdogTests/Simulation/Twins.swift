import Watchdog

/// Worlds that are run twice, once with a disturbance that must make no difference.
enum Twins {
    /// The watchdog is killed once, anywhere: the service ends where it would have.
    static func crash(seed: UInt64, sabotage: Sabotage?, traced: Bool) -> WorldReport {
        var maker = PlanMaker(seed: seed)
        let plan = maker.calm()
        let plain = World(plan, sabotage: sabotage, traced: traced)
        plain.run()
        var report = Simulation.report(seed, plain)
        var random = SplitMix(seed: seed &* 31)
        var killed = plan
        let fault = plan.faults.first?.at ?? 0
        let outputs = max(2, plain.outputsAfterFault)
        let moment: Fault.KillMoment = random.next() % 2 == 0 ? .before : .after
        killed.faults.insert(
            PlannedFault(
                at: fault - 1, fault: .killAtOutput(1 + Int(random.next() % UInt64(outputs)), moment)), at: 0)
        let disturbed = World(killed, sabotage: sabotage, traced: traced)
        disturbed.coverage.hit("twin.crash")
        disturbed.run()
        report.add(disturbed)
        if plain.outcome != disturbed.outcome {
            report.violations.append(
                Violation(
                    invariant: Simulation.crashInvariant,
                    message: "with a crash: \(disturbed.outcome); without: \(plain.outcome)",
                    milliseconds: disturbed.clock))
        }
        return report
    }

    /// The wall clock is set while things happen: every call is made at the same time as without.
    static func clock(seed: UInt64, sabotage: Sabotage?, traced: Bool) -> WorldReport {
        var maker = PlanMaker(seed: seed)
        let plan = maker.calm()
        let plain = World(plan, sabotage: sabotage, traced: traced)
        plain.run()
        var report = Simulation.report(seed, plain)
        var random = SplitMix(seed: seed &* 37)
        var moved = plan
        let fault = plan.faults.first?.at ?? 0
        let jump = Int(random.next() % 200_000_000) - 100_000_000
        moved.faults.append(
            PlannedFault(
                at: fault + Int(random.next() % 60_000) - 20_000, fault: .clockJump(by: jump)))
        let disturbed = World(moved, sabotage: sabotage, traced: traced)
        disturbed.coverage.hit("twin.clock")
        disturbed.run()
        report.add(disturbed)
        let (first, second) = (plain.deeds, disturbed.deeds)
        if first != second {
            let index = zip(first, second).prefix { $0 == $1 }.count
            report.violations.append(
                Violation(
                    invariant: Simulation.clockInvariant,
                    message: "with a jump: \(index < second.count ? second[index] : "nothing"); without: "
                        + "\(index < first.count ? first[index] : "nothing")",
                    milliseconds: disturbed.clock))
        }
        return report
    }
}

extension World {
    var outputsAfterFault: Int { watchdogs[0].outputs - outputsAtFault }

    /// Where a service ended, in words that do not depend on how long it took.
    var outcome: String {
        let service = plan.services[0]
        let program = named(service.spec.container)
        let left = programs.filter { $0.name != service.spec.container }.map {
            String($0.name.suffix(4)) + " " + $0.state.rawValue
        }
        let state = program.map { "\($0.state.rawValue) image \($0.image) \(answers($0))" } ?? "absent"
        // How many incidents it took is a matter of moments: where it ended is not.
        return "\(state), \(Converges.ending(0, self)), left \(left.sorted())"
    }
}
