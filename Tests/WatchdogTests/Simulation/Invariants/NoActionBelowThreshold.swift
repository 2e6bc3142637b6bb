import Watchdog

/// An incident is opened for failures enough in a row, for flapping, for an end of the program, or for a person;
/// and nothing is changed outside of one. Ends that the engine made good by itself count as failures.
///
/// Exempt: an end that somebody asked for, when the watchdog heard of the end and not of the request.
final class NoActionBelowThreshold: Invariant {
    static let name = "NoActionBelowThreshold"
    let watches: Sight.Kinds = [
        .lives, .vitals, .heard, .records, .calls, .containers, .people,
    ]

    private var inARow = [Int](repeating: 0, count: 8)
    /// Ends since a probe passed, whoever lived to see them.
    private var ends = [Int](repeating: 0, count: 8)
    private var window = [UInt64](repeating: 0, count: 8)
    /// Since it last counted as well, in a row or not.
    private var failures = [Int](repeating: 0, count: 8)
    private var passes = [Int](repeating: 0, count: 8)
    /// When it last counted as well, or began anew.
    private var wellAt = [Int](repeating: 0, count: 8)
    private var heardRequest = [Bool](repeating: false, count: 8)
    private var wasAskedToEnd = [Bool](repeating: false, count: 4)
    private var endedAt = [Int](repeating: .min / 2, count: 4)
    private var wasAsked = [Bool](repeating: false, count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .lifeBegan(_, let journal):
            for key in journal * 4..<journal * 4 + 4 {
                inARow[key] = 0
                window[key] = 0
                passes[key] = 0
                failures[key] = 0
                heardRequest[key] = false
                wellAt[key] = world.clock
            }
        case .vital(let party, .passed):
            inARow[party.key] = 0
            ends[party.key] = 0
            passes[party.key] += 1
            if passes[party.key] >= world.plan.services[party.service].spec.policy.successThreshold {
                wellAt[party.key] = world.clock
                failures[party.key] = 0
            }
            window[party.key] <<= 1
        case .vital(let party, .failed):
            passes[party.key] = 0
            failures[party.key] += 1
            inARow[party.key] += 1
            window[party.key] = window[party.key] << 1 | 1
        // What passed before a time that nobody can judge does not add up with what passes after it.
        case .vital(let party, .unknown): passes[party.key] = 0
        case .ended(let program, let wasRequested):
            endedAt[program.service] = world.clock
            wasAskedToEnd[program.service] = wasRequested
            guard program.restartsItself, !wasRequested else { break }
            for key in [program.service, program.service + 4] {
                ends[key] += 1
                passes[key] = 0
                failures[key] += 1
                window[key] = window[key] << 1 | 1
            }
        case .started(let program, _):
            heardRequest[program.service] = false
            heardRequest[program.service + 4] = false
        case .heard(let party, let event, _):
            guard world.with(id: event.id)?.service == party.service else { break }
            switch event.kind {
            case .signalled, .updated: heardRequest[party.key] = true
            case .died where wasAskedToEnd[party.service] && !heardRequest[party.key]:
                ends[party.key] += 1
                failures[party.key] += 1
                window[party.key] = window[party.key] << 1 | 1
            default: break
            }
        case .commanded(let party, .rollBack): wasAsked[party.key] = true
        case .recorded(let party, .opened(_, let cause), _): return judge(cause, party, world)
        case .recorded(let party, .adopted, _):
            wellAt[party.key] = world.clock
            failures[party.key] = 0
        case .recorded(let party, .closing, _):
            inARow[party.key] = 0
        case .submitted(let party, let call, _) where call.changesSomething:
            guard world.journals[party.journal].memories[party.service]?.incident == nil,
                !world.isTidying(call)
            else { break }
            return "\(call.text) outside of an incident"
        default: break
        }
        return nil
    }

    private func judge(_ cause: Cause, _ party: Party, _ world: World) -> String? {
        let policy = world.plan.services[party.service].spec.policy
        switch cause {
        case .failing, .neverHealthy, .flapping:
            let recent = window[party.key] & ((1 << UInt64(policy.flapWindow)) - 1)
            if inARow[party.key] + ends[party.key] >= policy.failureThreshold { return nil }
            // Passes before a hold ended are none to the ladder: a quarter of its time is enough here.
            let limit = Int(policy.verificationLimit.inSeconds * 250)
            if cause == .neverHealthy, failures[party.key] >= policy.failureThreshold,
                world.clock - wellAt[party.key] >= limit
            {
                return nil
            }
            if cause == .flapping, recent.nonzeroBitCount >= policy.flapFailures { return nil }
            return "an incident for \(cause.rawValue) after \(inARow[party.key]) failures in a row and "
                + "\(ends[party.key]) ends, \(failures[party.key]) of \(policy.failureThreshold) since it was well"
        case .exited, .oomKilled:
            let program = world.named(world.plan.services[party.service].spec.container)
            // Started again by somebody between the look and the record.
            guard let program, program.isUp else { return nil }
            if world.clock - max(endedAt[party.service], program.startedAt) < 5_000 { return nil }
            return "an incident for \(cause.rawValue) of a program that runs"
        case .requested:
            defer { wasAsked[party.key] = false }
            return wasAsked[party.key] ? nil : "a rollback that nobody asked for"
        }
    }
}

extension World {
    /// Whether a call takes away what a rollback left behind: that needs no incident.
    func isTidying(_ call: EngineCall) -> Bool {
        switch call {
        case .remove(let id), .stop(let id, _):
            guard let program = with(id: id) else { return true }
            return program.name.contains("-lab-")
        default: return false
        }
    }
}
