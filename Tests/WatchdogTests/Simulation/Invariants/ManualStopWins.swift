import Watchdog

/// A service that a person stopped or removed stays so until a person starts it.
///
/// A stop can be known by its events or by the exit code that it leaves. Exempt, and no more than these:
/// - the request was not heard of, and the end was heard of by itself or its exit code is one that crashes leave;
/// - a call of our own that ends or starts the same container was under way, unanswered, or answered just then: whose
///   end it was cannot be told apart;
/// - the machine had been started anew, and no watchdog had looked since;
/// - the look that our call was decided on is older than the stop.
final class ManualStopWins: Invariant {
    static let name = "ManualStopWins"
    let watches: Sight.Kinds = [
        .lives, .heard, .calls, .replies, .surveys, .records, .containers, .people, .machine,
    ]

    private struct Stop {
        var program: Program
        var at: Int
        /// The end of the program was this person's doing.
        var isCertain: Bool
        /// Keys of those who had not looked since the machine was started anew.
        var isUnseen: [Bool]
    }

    private var stops = [Stop?](repeating: nil, count: 4)
    private var heardRequest = [Bool](repeating: false, count: 8)
    private var heardEnd = [Bool](repeating: false, count: 8)
    private var isRecorded = [Bool](repeating: false, count: 8)
    private var snapshot = [Int](repeating: 0, count: 8)
    /// Until when events of our own calls are expected.
    private var ownUntil = [Int](repeating: 0, count: 8)
    private var wasBeside = [Bool](repeating: false, count: 4)
    private var isUnseen = [Bool](repeating: false, count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .lifeBegan(_, let journal):
            for key in journal * 4..<journal * 4 + 4 {
                heardRequest[key] = false
                // A call of the life before: it may still be carried out, but not for ever.
                if ownUntil[key] == .max { ownUntil[key] = world.clock + 32_000 }
            }
        case .rebooted:
            isUnseen = Array(repeating: true, count: 8)
            for service in stops.indices where !isRecorded[service] { stops[service]?.isCertain = false }
        case .replied(let party, let call, let reply) where call.changesSomething:
            if case .unknown = reply {
                ownUntil[party.key] = world.clock + 20_000 + world.plan.services[party.service].stopTimeout
            } else {
                ownUntil[party.key] = world.clock + 2_000
            }
        case .personStops(let program):
            wasBeside[program.service] = isBeside(program.service, world)
            for key in [program.service, program.service + 4] {
                heardRequest[key] = false
                heardEnd[key] = false
                isRecorded[key] = false
            }
        case .personStopped(let program, let endedIt):
            stops[program.service] = Stop(
                program: program, at: world.clock,
                isCertain: endedIt && !wasBeside[program.service] && !isBeside(program.service, world)
                    && !world.hasOwnCall(on: program),
                isUnseen: isUnseen)
        case .personRemoved(let program):
            stops[program.service] = Stop(
                program: program, at: world.clock, isCertain: !world.hasOwnCall(on: program),
                isUnseen: isUnseen)
        case .personDeployed(let program): stops[program.service] = nil
        case .started(let program, _): stops[program.service] = nil
        case .heard(let party, let event, let byPerson):
            guard world.with(id: event.id)?.service == party.service else { break }
            switch event.kind {
            case .signalled where byPerson, .stopped where byPerson:
                if ownUntil[party.key] <= world.clock { heardRequest[party.key] = true }
            case .died: heardEnd[party.key] = true
            default: break
            }
        case .recorded(let party, .stoppedByHand, _): isRecorded[party.key] = true
        case .surveyed(let party):
            snapshot[party.key] = world.clock
            isUnseen[party.key] = false
        case .submitted(let party, let call, _):
            let message = judge(call, party, world)
            if call.changesSomething { ownUntil[party.key] = .max }
            return message
        default: break
        }
        return nil
    }

    private func isBeside(_ service: Int, _ world: World) -> Bool {
        [service, service + 4].contains { ownUntil[$0] > world.clock }
    }

    private func judge(_ call: EngineCall, _ party: Party, _ world: World) -> String? {
        switch call {
        case .start, .restart, .setImage: break
        default: return nil
        }
        guard let stop = stops[party.service], snapshot[party.key] > stop.at else { return nil }
        guard stop.isCertain, !stop.isUnseen[party.key] else {
            world.coverage.hit("exempt.stop_beside_own_call")
            return nil
        }
        let code = stop.program.exitCode
        let looksRequested = [130, 137, 143].contains(code)
        if !isRecorded[party.key], !heardRequest[party.key], heardEnd[party.key] || !looksRequested {
            world.coverage.hit("exempt.stop_looked_like_a_crash")
            return nil
        }
        return "\(call.text) after a person stopped or removed the service"
    }
}

extension World {
    /// Whether a call of a watchdog on this container is under way, or went unanswered in the open incident.
    func hasOwnCall(on program: Program) -> Bool {
        for journal in journals {
            guard let incident = journal.memories[program.service]?.incident else { continue }
            switch incident.phase {
            case .restarting(let plan): if plan.id == program.id, plan.calls > 0 { return true }
            case .rollingBack(let plan):
                if plan.oldID == program.id, plan.hasStopped || plan.isUndoing { return true }
                if plan.newID == program.id { return true }
            case .waiting, .verifying, .closing: break
            }
        }
        return false
    }
}
