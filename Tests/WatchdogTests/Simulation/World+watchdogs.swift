import Watchdog

// The carrier: what a live watchdog's process does, and dies of.
extension World {
    func startWatchdog(_ index: Int) {
        let life = watchdogs[index]
        guard !life.isAlive, !life.isGone else { return }
        guard clock >= bootedAt else {
            return queue.add(.startWatchdog(index), at: bootedAt + draw(500...9_000))
        }
        if let holder = journals[life.journal].holder, holder != index, sabotage != .ignoresTheLock {
            coverage.hit("lock.refused")
            queue.add(.startWatchdog(index), at: clock + 5_000)
            return
        }
        if index == 1 { coverage.hit("lock.taken_over") }
        journals[life.journal].holder = index
        life.number += 1
        life.isAlive = true
        life.hasStream = isEngineUp
        life.lastEventAt = clock
        life.killIn = nil
        life.wardens = []
        note("watchdog \(index): starts, life \(life.number)")
        referee.see(.lifeBegan(watchdog: index, journal: life.journal), self)
        let rereads = !plan.isCalm && life.number > 1 && chance(0.05)
        if rereads { coverage.hit("memory.reread") }
        for service in plan.services.indices {
            let memory =
                rereads
                ? journals[life.journal].reread(service) : journals[life.journal].memories[service]
            life.wardens.append(
                Warden(
                    service: sabotaged(plan.services[service].spec), engine: plan.engine,
                    memory: sabotaged(memory), boot: boot, at: moment,
                    seed: plan.seed &+ UInt64(life.number * 8 + service)))
        }
        let count = plan.services.count
        life.wakes = Array(repeating: nil, count: count)
        life.inFlight = Array(repeating: nil, count: count)
        life.isDown = Array(repeating: false, count: count)
        life.lastSurvey = Array(repeating: nil, count: count)
        let number = life.number
        for service in plan.services.indices {
            let party = Party(watchdog: index, journal: life.journal, service: service)
            let offset = plan.isCalm ? 300 : draw(0...plan.services[service].probeInterval)
            queue.add(.probe(party, life: number), at: clock + offset)
            if patients[service].isMaintained { tell(.hold(.maintenance, isOn: true), party) }
            tell(.begin, party)
            guard life.isAlive else { return }
        }
    }

    func kill(_ life: Life) {
        guard life.isAlive else { return }
        note("watchdog \(life.index): killed")
        life.isAlive = false
        life.hasStream = false
        if journals[life.journal].holder == life.index { journals[life.journal].holder = nil }
        referee.see(.lifeEnded(watchdog: life.index, journal: life.journal), self)
        guard !life.isGone else { return }
        queue.add(.startWatchdog(life.index), at: clock + (plan.isCalm ? 2_000 : draw(300...20_000)))
    }

    /// For traces.
    func title(_ party: Party) -> String {
        "watchdog \(party.watchdog): \(plan.services[party.service].spec.name)"
    }

    // MARK: - Inputs

    func isCurrent(_ party: Party, _ number: Int) -> Bool {
        let life = watchdogs[party.watchdog]
        return life.isAlive && life.number == number
    }

    func tell(_ input: WardenInput, _ party: Party) {
        let life = watchdogs[party.watchdog]
        guard life.isAlive else { return }
        let number = life.number
        if case .hold(let hold, let isOn) = input {
            if sabotage == .ignoresHolds { return }
            note("\(title(party)) \(hold.rawValue) \(isOn)")
        }
        let outputs = life.wardens[party.service].handle(input, at: sabotagedMoment)
        perform(outputs, party, number)
        guard isCurrent(party, number) else { return }
        schedule(party, life)
        tellDependents(party, life)
    }

    private func schedule(_ party: Party, _ life: Life) {
        guard let wake = life.wardens[party.service].nextWake() else { return }
        let nanoseconds = wake.nanoseconds - moment.boot.nanoseconds
        let time = clock + max(0, Int((nanoseconds + 999_999) / 1_000_000))
        if let planned = life.wakes[party.service], planned <= time { return }
        life.wakes[party.service] = time
        queue.add(.wake(party, life: life.number), at: time)
    }

    func wake(_ party: Party, _ number: Int) {
        guard isCurrent(party, number) else { return }
        let life = watchdogs[party.watchdog]
        guard let planned = life.wakes[party.service], planned <= clock else { return }
        life.wakes[party.service] = nil
        if sabotage == .sleeps { return }
        tell(.tick, party)
    }

    private func tellDependents(_ party: Party, _ life: Life) {
        guard plan.services.count > 1 else { return }
        let isDown = life.wardens[party.service].isOutOfService()
        guard isDown != life.isDown[party.service] else { return }
        life.isDown[party.service] = isDown
        for (index, service) in plan.services.enumerated() where service.dependsOn == party.service {
            let child = Party(watchdog: party.watchdog, journal: party.journal, service: index)
            guard life.isAlive, index < life.wakes.count else { return }
            tell(.hold(.dependencyDown, isOn: isDown), child)
        }
    }

    func probe(_ party: Party, _ number: Int) {
        guard isCurrent(party, number) else { return }
        let (vital, look) = look(at: party.service)
        queue.add(.probe(party, life: number), at: clock + plan.services[party.service].probeInterval)
        if look == .hung {
            queue.add(.vital(party, life: number, vital, look), at: clock + 1_000)
        } else {
            deliver(vital, look, to: party, number)
        }
    }

    func deliver(_ vital: Vital, _ look: Look, to party: Party, _ number: Int) {
        guard isCurrent(party, number) else { return }
        note("\(title(party)) sees \(look.rawValue)")
        referee.see(.vital(party, vital), self)
        let life = watchdogs[party.watchdog]
        if sabotage == .meddles, !life.hasMeddled, clock > 60_000,
            let current = life.wardens[party.service].memory.current
        {
            life.hasMeddled = true
            submit(.restart(id: current.id, timeout: .seconds(10)), for: party)
        }
        let isTakenForFailed = sabotage == .takesUnknownForFailed && vital == .unknown
        tell(.vital(isTakenForFailed ? .failed : vital, detail: look.rawValue), party)
    }

    func deliver(_ event: EngineEvent, byPerson: Bool, to index: Int, _ number: Int) {
        let life = watchdogs[index]
        guard life.isAlive, life.number == number else { return }
        note("watchdog \(index): hears \(event.name) (\(event.id)) \(event.kind)")
        for service in plan.services.indices {
            let party = Party(watchdog: index, journal: life.journal, service: service)
            referee.see(.heard(party, event, byPerson: byPerson), self)
            if sabotage == .deafToStops, event.kind == .signalled || event.kind == .stopped { continue }
            tell(.event(event), party)
            guard isCurrent(party, number) else { return }
        }
    }

    func streamReturns(_ index: Int, _ number: Int) {
        let life = watchdogs[index]
        guard life.isAlive, life.number == number, isEngineUp else { return }
        life.hasStream = true
        for service in plan.services.indices {
            tell(.eventsLost, Party(watchdog: index, journal: life.journal, service: service))
            guard life.isAlive, life.number == number else { return }
        }
    }

    func answer(_ index: Int, _ reply: EngineReply) {
        guard !calls[index].isAnswered else { return }
        calls[index].isAnswered = true
        let call = calls[index]
        guard isCurrent(call.party, call.life) else { return }
        let life = watchdogs[call.party.watchdog]
        guard life.inFlight[call.party.service] == index else { return }
        life.inFlight[call.party.service] = nil
        switch reply {
        case .refused(let fault) where fault.code == .unreachable: coverage.hit("reply.unreachable")
        case .unknown: coverage.hit("reply.timed_out")
        default: break
        }
        if call.call.changesSomething { note("\(title(call.party)) \(call.call.verb): \(reply.text)") }
        referee.see(.replied(call.party, call.call, reply), self)
        tell(.reply(sabotaged(reply, for: call.party)), call.party)
    }

    // MARK: - Outputs

    func perform(_ outputs: [WardenOutput], _ party: Party, _ number: Int) {
        let life = watchdogs[party.watchdog]
        for output in sabotaged(outputs, for: party) {
            life.outputs += 1
            if let left = life.killIn {
                life.killIn = left - 1
                if left <= 1 {
                    life.killIn = nil
                    let moment = life.killMoment == .before ? "before" : "after"
                    coverage.hit("kill.\(moment).\(output.point)")
                    if life.killMoment == .after { perform(output, party) }
                    return kill(life)
                }
            }
            perform(output, party)
            guard isCurrent(party, number) else { return }
        }
    }

    private func perform(_ output: WardenOutput, _ party: Party) {
        let life = watchdogs[party.watchdog]
        switch output {
        case .record(let entry, let memory):
            note("\(title(party)) records \(entry.kind)")
            journals[party.journal].memories[party.service] = memory
            cover(entry, memory)
            referee.see(.recorded(party, entry, memory), self)
        case .call(let call):
            life.inFlight[party.service] = calls.count
            send(call, for: party)
        case .report(let closed):
            note("\(title(party)) reports \(closed.incident.id): \(closed.ending)")
            referee.see(.reported(party, closed), self)
            journals[party.journal].reports[closed.incident.id] = closed
        case .announce(let announcement):
            note("\(title(party)) says \(announcement.text)")
            if case .declined = announcement { coverage.hit("command.declined") }
        }
    }

    private func cover(_ entry: JournalEntry, _ memory: ServiceMemory) {
        switch entry {
        case .opened(_, let cause): coverage.hit("cause.\(cause.rawValue)")
        case .intent:
            if let action = memory.incident?.actions.last {
                coverage.hit("phase.\(action.step.rawValue).\(action.call.verb)")
            }
        case .closing(_, let ending): coverage.hit("ending.\(ending.point)")
        default: break
        }
    }
}

extension WardenOutput {
    /// Its name as a point to be killed at.
    var point: String {
        switch self {
        case .record(let entry, _): "record.\(entry.kind)"
        case .call(let call): "call.\(call.verb)"
        case .report: "report"
        case .announce: "announce"
        }
    }
}

extension Ending {
    var point: String {
        switch self {
        case .healed(let rung): "healed.\(rung.rawValue)"
        case .recovered: "recovered"
        case .escalated(let reason): "escalated.\(reason.rawValue)"
        case .superseded(let reason): "superseded.\(reason.rawValue)"
        }
    }
}

extension EngineReply {
    var text: String {
        switch self {
        case .survey: "survey"
        case .logs: "logs"
        case .done: "done"
        case .refused(let fault): "refused, \(fault.message)"
        case .unknown(let fault): "unknown, \(fault.message)"
        }
    }
}

extension Announcement {
    var text: String { String(describing: self) }
}

// Mutating, so that a warden is read where it is: a copy at every event would cost more than the event.
extension Warden {
    mutating func nextWake() -> BootInstant? { wakeAt }

    /// Whether services that need this one are better left alone.
    mutating func isOutOfService() -> Bool {
        switch ladder.state {
        case .backingOff, .restarting, .rollingBack, .verifying, .escalated: true
        case .held: holds.contains(.manualStop) || holds.contains(.absent)
        case .starting, .healthy, .suspect, .healed: false
        }
    }
}
