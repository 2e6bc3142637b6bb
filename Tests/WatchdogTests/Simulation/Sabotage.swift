import Watchdog

/// A watchdog broken on purpose: each invariant catches one of them, which proves that it can fail.
package enum Sabotage: String, CaseIterable, Sendable {
    case actsTooEarly
    case callsTwice
    case callsBeforeRecording
    case answersFromMemory
    case startsLate
    case rollsBackToAnything
    case promotesAtOnce
    case forgetsRollbacks
    case forgetsRestarts
    case takesUnknownForFailed
    case deafToStops
    case blindToDeploys
    case blindToDifferences
    case reportsTwice
    case reportsHalf
    case neverReports
    case removesTheOldEarly
    case meddles
    case ignoresHolds
    case ignoresTheLock
    case sleeps
    case forgetsIncidents
    case trustsTheWallClock

    /// The invariant that has to notice.
    package var caughtBy: String {
        switch self {
        case .actsTooEarly: NoActionBelowThreshold.name
        case .callsTwice: OneCallAtATime.name
        case .callsBeforeRecording: IntentBeforeCall.name
        case .answersFromMemory: SurveyBeforeAction.name
        case .startsLate: BoundedGap.name
        case .rollsBackToAnything: OnlyToKnownGood.name
        case .promotesAtOnce: PromotesOnlyWhatSoaked.name
        case .forgetsRollbacks: NoRollbackOfRollback.name
        case .forgetsRestarts: RestartsWithinBudget.name
        case .takesUnknownForFailed: EngineAwayIsNotUnhealthy.name
        case .deafToStops: ManualStopWins.name
        case .blindToDeploys: DeployWins.name
        case .blindToDifferences: EqualConfiguration.name
        case .reportsTwice, .reportsHalf, .neverReports: OneReportPerIncident.name
        case .removesTheOldEarly: OldIsKept.name
        case .meddles: HealthyServicesAreLeftAlone.name
        case .ignoresHolds: HoldsAreRespected.name
        case .ignoresTheLock: OneHolderOfAJournal.name
        case .sleeps: Converges.name
        case .forgetsIncidents: Simulation.crashInvariant
        case .trustsTheWallClock: Simulation.clockInvariant
        }
    }
}

extension World {
    func sabotaged(_ spec: ServiceSpec) -> ServiceSpec {
        var spec = spec
        switch sabotage {
        case .actsTooEarly: spec.policy.failureThreshold = 1
        case .promotesAtOnce: spec.policy.soak = .init(successes: 1, minimum: .zero)
        default: break
        }
        return spec
    }

    /// What a new life reads.
    func sabotaged(_ memory: ServiceMemory?) -> ServiceMemory? {
        guard var memory else { return nil }
        switch sabotage {
        case .forgetsRollbacks: memory.rolledBack = nil
        case .forgetsRestarts:
            memory.spent = []
            memory.lastAction = nil
        case .forgetsIncidents: memory.incident = nil
        default: break
        }
        return memory
    }

    var sabotagedMoment: Moment {
        guard sabotage == .trustsTheWallClock else { return moment }
        return Moment(boot: BootInstant(nanoseconds: moment.wall * 1_000_000), wall: moment.wall)
    }

    func sabotaged(_ outputs: [WardenOutput], for party: Party) -> [WardenOutput] {
        guard let sabotage else { return outputs }
        var result: [WardenOutput] = []
        for output in outputs {
            switch (sabotage, output) {
            case (.callsTwice, .call(let call)) where call.changesSomething: result += [output, output]
            case (.callsBeforeRecording, .record(.intent, _)):
                result = [outputs.last ?? output] + result + [output]
                return result
            case (.rollsBackToAnything, .call(.create(let name, let like, _, let reference))):
                let image = plan.services[party.service].images.last?.digest ?? ""
                result.append(.call(.create(name: name, like: like, image: image, reference: reference)))
            case (.reportsTwice, .report(let closed)):
                var other = closed
                other.budgetLeft += 1
                result += [output, .report(other)]
            case (.reportsHalf, .report(let closed)):
                var half = closed
                half.incident.actions = Array(half.incident.actions.dropLast())
                result.append(.report(half))
            case (.neverReports, .report): break
            default: result.append(output)
            }
        }
        return result
    }

    /// Carries a call out, as the watchdog means it.
    func send(_ call: EngineCall, for party: Party) {
        let life = watchdogs[party.watchdog]
        switch (sabotage, call) {
        case (.answersFromMemory, .survey(let names, _, _)):
            if let survey = life.lastSurvey[party.service], names.count == 3, chance(0.5) {
                calls.append(Call(party: party, life: life.number, call: call, isOver: true))
                return queue.add(.reply(call: calls.count - 1, .survey(survey)), at: clock + 5)
            }
        case (.startsLate, .start):
            let index = calls.count
            submit(call, for: party)
            // The engine takes it up only after a while.
            queue.remove { if case .begin(index) = $0 { true } else { false } }
            return queue.add(.begin(call: index), at: clock + 30_000)
        case (.removesTheOldEarly, .start):
            if let id = journals[party.journal].memories[party.service]?.incident?.phase.plan?.oldID,
                let old = with(id: id)
            {
                referee.see(.removed(old, by: party), self)
                removeProgram(old)
            }
        case (.blindToDeploys, .restart), (.blindToDeploys, .stop):
            if let program = named(plan.services[party.service].spec.container) {
                return submit(.restart(id: program.id, timeout: .seconds(10)), for: party)
            }
        default: break
        }
        submit(call, for: party)
    }

    func sabotaged(_ reply: EngineReply, for party: Party) -> EngineReply {
        guard let sabotage, case .survey(var survey) = reply else { return reply }
        watchdogs[party.watchdog].lastSurvey[party.service] = survey
        let name = plan.services[party.service].spec.container
        for index in survey.containers.indices {
            switch sabotage {
            case .blindToDifferences: survey.containers[index].differences = []
            case .deafToStops:
                if survey.containers[index].exitCode != nil { survey.containers[index].exitCode = 1 }
            case .blindToDeploys where survey.containers[index].name == name:
                let memory = journals[party.journal].memories[party.service]
                guard let current = memory?.current else { continue }
                survey.containers[index].id = current.id
                survey.containers[index].image = current.image
            default: break
            }
        }
        return .survey(survey)
    }
}
