import Watchdog

/// A simulated machine: an engine with its containers, watchdogs, people, and a clock that only this loop moves.
///
/// One seed decides everything, so that a world that went wrong goes wrong again, the same way, with its trace.
final class World {
    let plan: WorldPlan
    let sabotage: Sabotage?
    var clock = 0
    var queue = EventQueue()
    var random: SplitMix
    var coverage = Coverage()
    let referee: Referee
    /// Lines of what happened; nil when nobody wants to read them.
    var trace: [String]?
    var events = 0

    // The machine.
    var bootedAt = 0
    var boots = 1
    var wallOffset = 0

    // The engine.
    var isEngineUp = true
    var isEngineHung = false
    var callTrouble = 0.0
    var hasStartTrouble = false
    var eventTrouble = 0.0
    var copiesPartly = false
    var programs: [Program] = []
    var tags: [String: Int] = [:]
    var pruned: Set<String> = []
    var lastID = 0
    var incarnations = 0
    var calls: [Call] = []

    // Services.
    var patients: [Patient]

    // Watchdogs: the first, a standby on the same journal, a foreigner with its own.
    var watchdogs: [Life] = []
    var journals: [SimulatedJournal] = [SimulatedJournal(), SimulatedJournal()]

    init(_ plan: WorldPlan, sabotage: Sabotage?, traced: Bool) {
        self.plan = plan
        self.sabotage = sabotage
        random = SplitMix(seed: plan.seed ^ 0x5EED_0F_7E57)
        trace = traced ? [] : nil
        referee = Referee()
        patients = plan.services.map { Patient(plan: $0) }
    }

    /// Runs to the end: until all is well after the quiet began, or until patience ends.
    func run() {
        prepare()
        while let (time, happening) = queue.next() {
            clock = time
            events += 1
            if events > 2_000_000 {
                referee.report("Converges", "the world does not come to rest: too many events", at: clock)
                break
            }
            carry(out: happening)
            if isOver { break }
        }
        referee.see(.over, self)
    }

    private(set) var isOver = false
    /// Outputs made before the first fault, and calls that changed something, for ``Twins``.
    var outputsAtFault = 0
    var deeds: [String] = []

    private func prepare() {
        coverage.hit(plan.engine == .swarm ? "world.swarm" : "world.docker")
        for (index, service) in plan.services.enumerated() {
            tags[reference(index)] = 0
            let program = makeProgram(
                name: service.spec.container, service: index, image: 0, configuration: 1,
                maker: .person)
            launch(program)
            if service.runsAtFirst { program.startedAt = -60_000 }
        }
        for index in 0..<3 { watchdogs.append(Life(index: index, journal: index == 2 ? 1 : 0)) }
        queue.add(.startWatchdog(0), at: 0)
        if plan.hasStandby { queue.add(.startWatchdog(1), at: 700) }
        for (index, fault) in plan.faults.enumerated() { queue.add(.fault(index), at: fault.at) }
        queue.add(.check, at: plan.quietAt + 60_000)
    }

    private func carry(out happening: Happening) {
        switch happening {
        case .startWatchdog(let index): startWatchdog(index)
        case .probe(let party, let life): probe(party, life)
        case .vital(let party, let life, let vital, let look): deliver(vital, look, to: party, life)
        case .hear(let watchdog, let life, let event, let byPerson):
            deliver(event, byPerson: byPerson, to: watchdog, life)
        case .streamBack(let watchdog, let life): streamReturns(watchdog, life)
        case .wake(let party, let life): wake(party, life)
        case .begin(let call): begin(call)
        case .finish(let call): finish(call)
        case .reply(let call, let reply): answer(call, reply)
        case .programEnd(let program, let incarnation, let code, let isOutOfMemory):
            if program.incarnation == incarnation, program.isRunning {
                end(program, code: code, isOutOfMemory: isOutOfMemory)
            }
        case .programHangs(let program, let incarnation):
            if program.incarnation == incarnation { program.isHung = true }
        case .selfRestart(let program, let incarnation):
            if program.incarnation == incarnation, program.state == .restarting, isEngineUp {
                launch(program)
            }
        case .replaced(let program, let incarnation):
            guard program.incarnation == incarnation, program.state == .other,
                programs.contains(where: { $0 === program })
            else { return }
            guard isEngineUp else { return queue.add(happening, at: clock + 1_000) }
            launch(program)
        case .fault(let index):
            if index == 0 { outputsAtFault = watchdogs[0].outputs }
            strike(plan.faults[index].fault)
        case .person(let service, let step): person(service, step)
        case .faultEnds(let end): lift(end)
        case .check: check()
        }
    }

    /// Over when every service has come to an end that lasts, or when patience has.
    private func check() {
        if referee.open(self).isEmpty || !referee.violations.isEmpty || clock >= plan.quietAt + plan.patience
        {
            isOver = true
        } else {
            queue.add(.check, at: clock + 15_000)
        }
    }

    // MARK: - Small things

    var moment: Moment {
        Moment(
            boot: BootInstant(nanoseconds: Int64(clock - bootedAt + 20_000) * 1_000_000),
            wall: 1_700_000_000_000 + Int64(clock + wallOffset))
    }

    var boot: String { "boot-\(boots)" }

    func reference(_ service: Int) -> String { plan.services[service].spec.name + ":now" }

    func digest(_ service: Int, _ image: Int) -> String { plan.services[service].images[image].digest }

    func note(_ line: @autoclosure () -> String) {
        guard trace != nil else { return }
        let seconds = clock / 1000
        let rest = clock % 1000
        let pad = String(repeating: "0", count: 3 - String(rest).count)
        let stamp = "\(seconds).\(pad)\(rest)"
        trace?.append(String(repeating: " ", count: max(0, 9 - stamp.count)) + stamp + "  " + line())
    }

    func draw(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(random.next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    func chance(_ share: Double) -> Bool { random.fraction() < share }
}
