import Watchdog

// What goes wrong, and what people do.
extension World {
    func strike(_ fault: Fault) {
        coverage.hit("fault.\(fault.name)")
        note("fault: \(fault)")
        switch fault {
        case .crash(let service, let code):
            if let program = own(service), program.isRunning { end(program, code: code) }
        case .outOfMemory(let service):
            if let program = own(service), program.isRunning { end(program, code: 137, isOutOfMemory: true) }
        case .hang(let service): own(service)?.isHung = true
        case .sick(let service, let time): own(service)?.sickUntil = clock + time
        case .flap(let service, let time, let period):
            guard let program = own(service) else { return }
            program.flapsUntil = clock + time
            program.flapPeriod = period
        case .environment(let service, let time): patients[service].environmentBadUntil = clock + time
        case .slowStart(let service, let extra, let time):
            patients[service].slowBy = extra
            patients[service].slowUntil = clock + time
        case .overload(let service, let time): patients[service].overloadedUntil = clock + time

        case .handStop(let service, let back): byHand(service, .stop, then: .start, after: back)
        case .handKill(let service, let back): byHand(service, .kill, then: .start, after: back)
        case .handStart(let service): person(service, .start)
        case .handRestart(let service): person(service, .restart)
        case .handRemove(let service, let image, let back):
            byHand(service, .remove, then: .deploy(image: image), after: back)
        case .handPause(let service, let time): person(service, .pause(for: time))
        case .deploy(let service, let image): person(service, .deploy(image: image))
        case .pull(let service, let image): person(service, .pull(image: image))
        case .promote(let service): command(.promote(image: nil), service)
        case .rollBack(let service): command(.rollBack, service)
        case .resume(let service): command(.resume, service)
        case .maintenance(let service, let time):
            patients[service].isMaintained = true
            tellAll(.hold(.maintenance, isOn: true), service)
            queue.add(.faultEnds(.maintenance(service: service)), at: clock + time)

        case .killWatchdog: watchdogs[holder].isAlive ? kill(watchdogs[holder]) : ()
        case .killAtOutput(let count, let moment):
            watchdogs[holder].killIn = count
            watchdogs[holder].killMoment = moment
        case .reboot: reboot()
        case .clockJump(let time):
            wallOffset += time
            referee.see(.clockJumped(by: time), self)
        case .foreignWatchdog(let time):
            watchdogs[2].isGone = false
            startWatchdog(2)
            queue.add(.faultEnds(.foreignWatchdogLeaves), at: clock + time)

        case .engineDown(let time, let endsPrograms):
            engineGoes(endsPrograms: endsPrograms)
            queue.add(.faultEnds(.engineBack), at: clock + time)
        case .engineHangs(let time):
            isEngineHung = true
            queue.add(.faultEnds(.engineUnhung), at: clock + time)
        case .callTrouble(let time, let share):
            callTrouble = share
            queue.add(.faultEnds(.callTrouble), at: clock + time)
        case .startTrouble(let time):
            hasStartTrouble = true
            queue.add(.faultEnds(.startTrouble), at: clock + time)
        case .eventTrouble(let time, let share):
            eventTrouble = share
            queue.add(.faultEnds(.eventTrouble), at: clock + time)
        case .partialCopies(let time):
            copiesPartly = true
            queue.add(.faultEnds(.partialCopies), at: clock + time)
        case .imagePruned(let service, let image, let time):
            pruned.insert(digest(service, image))
            queue.add(.faultEnds(.imageBack(digest(service, image))), at: clock + time)
        }
    }

    func lift(_ end: FaultEnd) {
        note("over: \(end)")
        switch end {
        case .engineBack: if !isEngineUp { engineReturns() }
        case .engineUnhung: isEngineHung = false
        case .callTrouble: callTrouble = 0
        case .startTrouble: hasStartTrouble = false
        case .eventTrouble: eventTrouble = 0
        case .partialCopies: copiesPartly = false
        case .maintenance(let service):
            patients[service].isMaintained = false
            tellAll(.hold(.maintenance, isOn: false), service)
        case .imageBack(let digest): pruned.remove(digest)
        case .foreignWatchdogLeaves:
            watchdogs[2].isGone = true
            kill(watchdogs[2])
        }
    }

    /// The watchdog that holds the first journal.
    var holder: Int { journals[0].holder ?? 0 }

    private func own(_ service: Int) -> Program? { named(plan.services[service].spec.container) }

    private func command(_ input: WardenInput, _ service: Int) {
        guard watchdogs[holder].isAlive else { return }
        referee.see(.commanded(Party(watchdog: holder, journal: 0, service: service), input), self)
        tell(input, Party(watchdog: holder, journal: 0, service: service))
    }

    private func tellAll(_ input: WardenInput, _ service: Int) {
        for life in watchdogs where life.isAlive {
            tell(input, Party(watchdog: life.index, journal: life.journal, service: service))
        }
    }

    private func reboot() {
        note("machine: reboots")
        let off = draw(5_000...40_000)
        for life in watchdogs where life.isAlive {
            life.isAlive = false
            life.hasStream = false
            journals[life.journal].holder = nil
            referee.see(.lifeEnded(watchdog: life.index, journal: life.journal), self)
            queue.add(.startWatchdog(life.index), at: clock + off + draw(2_000...10_000))
        }
        engineGoes(endsPrograms: true)
        endAll()
        boots += 1
        bootedAt = clock + off
        referee.see(.rebooted, self)
        queue.add(.faultEnds(.engineBack), at: clock + off + draw(500...5_000))
    }

    // MARK: - People

    private func byHand(_ service: Int, _ step: PersonStep, then next: PersonStep, after time: Int?) {
        person(service, step)
        if let time { queue.add(.person(service: service, next), at: clock + time) }
    }

    func person(_ service: Int, _ step: PersonStep) {
        guard isEngineUp, !isEngineHung else {
            queue.add(.person(service: service, step), at: clock + 3_000)
            return
        }
        note("person: \(step)")
        let name = plan.services[service].spec.container
        let program = own(service)
        patients[service].isTouched = true
        switch step {
        case .stop:
            guard let program, program.isUp else { return }
            emit(.signalled, program, byPerson: true)
            program.isStopping = true
            referee.see(.personStops(program), self)
            queue.add(
                .person(service: service, .stopEnds(program, wasUp: true)),
                at: clock + stopCode(program, timeout: 10_000).takes)
        case .stopEnds(let program, _):
            // Removed meanwhile: nothing is left to stop.
            guard programs.contains(where: { $0 === program }) else { return }
            patients[service].word = program.name == name ? .stopped : patients[service].word
            let wasUp = program.isUp
            if wasUp {
                end(program, code: stopCode(program, timeout: 10_000).code, wasRequested: true)
                emit(.stopped, program, byPerson: true)
            }
            program.wasRequested = true
            if program.name == name { referee.see(.personStopped(program, endedIt: wasUp), self) }
        case .kill:
            guard let program, program.isUp else { return }
            emit(.signalled, program, byPerson: true)
            referee.see(.personStops(program), self)
            patients[service].word = .stopped
            end(program, code: 137, wasRequested: true)
            referee.see(.personStopped(program, endedIt: true), self)
        case .start:
            patients[service].word = .up
            guard let program, !program.isUp else { return }
            launch(program)
        case .restart:
            guard let program else { return }
            if program.isUp { emit(.signalled, program, byPerson: true) }
            referee.see(.personStops(program), self)
            queue.add(
                .person(service: service, .restartEnds(program)),
                at: clock + (program.isUp ? stopCode(program, timeout: 10_000).takes : 5))
        case .restartEnds(let program):
            guard programs.contains(where: { $0 === program }) else { return }
            if program.isUp {
                end(program, code: stopCode(program, timeout: 10_000).code, wasRequested: true)
                emit(.stopped, program, byPerson: true)
            }
            if program.name == name { patients[service].word = .up }
            launch(program)
        case .pause(let time):
            guard let program, program.isRunning else { return }
            queue.add(.person(service: service, .unpause), at: clock + time)
            program.state = .paused
            emit(.paused, program)
        case .unpause:
            for program in programs where program.service == service && program.state == .paused {
                program.state = .running
                emit(.unpaused, program)
            }
        case .remove:
            guard let program else { return }
            patients[service].word = .removed
            referee.see(.personRemoved(program), self)
            takeAway(program)
        case .removeEnds(let program):
            if programs.contains(where: { $0 === program }) { removeProgram(program) }
        case .pull(let image):
            tags[reference(service)] = image
            referee.see(.personTagged(service: service, image), self)
        case .deploy(let image):
            tags[reference(service)] = image
            referee.see(.personTagged(service: service, image), self)
            if plan.engine == .swarm, let program {
                program.image = image
                patients[service].word = .up
                referee.see(.personDeployed(program), self)
                return replace(program, by: nil)
            }
            if let program { takeAway(program) }
            queue.add(.person(service: service, .deployCreates(image: image)), at: clock + draw(100...2_500))
        case .deployCreates(let image):
            // Somebody's container took the name meanwhile: a deploy replaces whatever it finds.
            if let program {
                if program.isUp { end(program, code: 137, wasRequested: true) }
                removeProgram(program)
            }
            patients[service].word = .up
            let fresh = makeProgram(
                name: name, service: service, image: image, configuration: 1 + lastID, maker: .person)
            referee.see(.personDeployed(fresh), self)
            launch(fresh)
        }
    }

    private func takeAway(_ program: Program) {
        if program.isUp {
            if plan.engine != .swarm { emit(.signalled, program, byPerson: true) }
            end(program, code: 137, wasRequested: true)
        }
        program.state = .other
        program.wasRequested = true
        // An orchestrator forgets a service at once; what is left of its tasks is not the service any more.
        if plan.engine == .swarm { return removeProgram(program) }
        queue.add(.person(service: program.service, .removeEnds(program)), at: clock + draw(1...400))
    }
}
