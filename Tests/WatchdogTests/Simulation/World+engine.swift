import Watchdog

// The engine: containers, and what happens to them whoever asked.
extension World {
    func named(_ name: String) -> Program? { programs.first { $0.name == name } }
    func with(id: String) -> Program? { programs.first { $0.id == id } }

    @discardableResult
    func makeProgram(name: String, service: Int, image: Int, configuration: Int, maker: Program.Maker)
        -> Program
    {
        lastID += 1
        let program = Program(
            id: "c\(lastID)", name: name, service: service, image: image, reference: reference(service),
            configuration: configuration, restartsItself: plan.services[service].restartsItself,
            maker: maker)
        programs.append(program)
        emit(.created, program)
        return program
    }

    func launch(_ program: Program, by party: Party? = nil) {
        let patient = patients[program.service]
        incarnations += 1
        program.state = .running
        program.incarnation = incarnations
        program.startedAt = clock
        program.exitCode = nil
        program.isOutOfMemory = false
        program.wasRequested = false
        program.isStopping = false
        program.isHung = false
        program.sickUntil = 0
        program.flapsUntil = 0
        program.extraStart = clock < patient.slowUntil ? patient.slowBy : 0
        let start = incarnations
        switch patient.plan.images[program.image].quality {
        case .good, .neverHealthy: break
        case .exitsAtOnce(let code):
            queue.add(
                .programEnd(program, incarnation: start, code: code, isOutOfMemory: false), at: clock + 200)
        case .crashesAfter(let time):
            queue.add(
                .programEnd(program, incarnation: start, code: 1, isOutOfMemory: false), at: clock + time)
        case .outOfMemoryAfter(let time):
            queue.add(
                .programEnd(program, incarnation: start, code: 137, isOutOfMemory: true), at: clock + time)
        case .hangsAfter(let time):
            queue.add(.programHangs(program, incarnation: start), at: clock + time)
        }
        note("engine: \(program.name) (\(program.id)) runs, image \(program.image)")
        emit(.started, program)
        referee.see(.started(program, by: party), self)
    }

    /// The program is over: by itself, or because somebody asked for it.
    func end(_ program: Program, code: Int, isOutOfMemory: Bool = false, wasRequested: Bool = false) {
        guard program.isUp else { return }
        let wasRequested = wasRequested || program.isStopping
        program.isStopping = false
        // A stop is done as soon as the program is.
        for index in calls.indices.suffix(12) where calls[index].isRunning {
            guard case .stop(program.id, _) = calls[index].call else { continue }
            queue.add(.finish(call: index), at: clock + 1)
        }
        program.exitCode = code
        program.isOutOfMemory = isOutOfMemory
        program.wasRequested = wasRequested
        note("engine: \(program.name) (\(program.id)) ended with \(code)\(wasRequested ? ", as asked" : "")")
        if isOutOfMemory { emit(.outOfMemory, program) }
        if program.restartsItself, !wasRequested {
            program.state = .restarting
            program.selfRestarts = clock - program.startedAt > 10_000 ? 0 : program.selfRestarts + 1
            let delay = min(60_000, 100 << min(program.selfRestarts, 10))
            queue.add(.selfRestart(program, incarnation: program.incarnation), at: clock + delay)
        } else {
            program.state = .exited
        }
        emit(.died(exitCode: code), program)
        referee.see(.ended(program, wasRequested: wasRequested), self)
    }

    /// An orchestrator ends a service's task and puts another in place, in its own time.
    func replace(_ program: Program, by party: Party?) {
        emit(.updated, program)
        end(program, code: 143, wasRequested: true)
        program.state = .other
        if let party { referee.see(.replaced(program, by: party), self) }
        queue.add(
            .replaced(program, incarnation: program.incarnation),
            at: clock + plan.services[program.service].swarmTakes)
    }

    func stopCode(_ program: Program, timeout: Int) -> (code: Int, takes: Int) {
        let service = plan.services[program.service]
        guard program.isRunning, !program.isHung, service.stopTakes <= timeout else {
            return (137, program.state == .restarting ? 0 : timeout)
        }
        return (service.stopCode, service.stopTakes)
    }

    func removeProgram(_ program: Program) {
        programs.removeAll { $0 === program }
        note("engine: \(program.name) (\(program.id)) removed")
        emit(.removed, program)
    }

    // MARK: - Events

    func emit(_ kind: EngineEvent.Kind, _ program: Program, byPerson: Bool = false) {
        for life in watchdogs where life.isAlive && life.hasStream {
            let event = EngineEvent(kind, id: program.id, name: program.name)
            var delay = plan.isCalm ? 5 : draw(1...20)
            if eventTrouble > 0, chance(eventTrouble) {
                switch draw(0...3) {
                case 0, 1:
                    coverage.hit("event.dropped")
                    continue
                case 2:
                    coverage.hit("event.delayed")
                    delay += draw(50...4_000)
                default:
                    coverage.hit("event.doubled")
                    queue.add(
                        .hear(watchdog: life.index, life: life.number, event, byPerson: byPerson),
                        at: clock + delay + draw(1...500))
                }
            }
            // An engine tells in order; what is delayed holds up what comes after it, unless trouble mixes it.
            let time = eventTrouble > 0 ? clock + delay : max(clock + delay, life.lastEventAt)
            life.lastEventAt = time
            queue.add(.hear(watchdog: life.index, life: life.number, event, byPerson: byPerson), at: time)
        }
    }

    // MARK: - Going away

    func engineGoes(endsPrograms: Bool) {
        guard isEngineUp else { return }
        isEngineUp = false
        note("engine: gone\(endsPrograms ? ", and its containers with it" : "")")
        for index in calls.indices where !calls[index].isOver {
            let call = calls[index]
            if call.isRunning {
                coverage.hit("trouble.in_flight_at_engine_end")
                if case .restart(let id, _) = call.call, chance(0.5), let program = with(id: id), program.isUp
                {
                    coverage.hit("trouble.half_restart")
                    end(program, code: stopCode(program, timeout: 60_000).code, wasRequested: true)
                }
            }
            calls[index].isOver = true
            if !calls[index].isAnswered {
                let lost = EngineReply.unknown(EngineFault(.timedOut, "connection lost"))
                queue.add(.reply(call: index, lost), at: clock + 5)
            }
        }
        for life in watchdogs { life.hasStream = false }
        if endsPrograms { endAll() }
    }

    func endAll() {
        for program in programs where program.isUp {
            let code = stopCode(program, timeout: 10_000).code
            program.exitCode = code
            program.state = .exited
            program.isOutOfMemory = false
            referee.see(.ended(program, wasRequested: true), self)
        }
    }

    func engineReturns() {
        guard clock >= bootedAt else { return queue.add(.faultEnds(.engineBack), at: bootedAt + 2_000) }
        isEngineUp = true
        isEngineHung = false
        note("engine: back")
        for program in programs
        where program.restartsItself && !program.wasRequested
            && (program.state == .exited || program.state == .restarting)
        {
            launch(program)
        }
        for life in watchdogs where life.isAlive {
            queue.add(.streamBack(watchdog: life.index, life: life.number), at: clock + draw(10...2_000))
        }
    }
}
