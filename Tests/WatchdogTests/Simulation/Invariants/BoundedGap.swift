import Watchdog

/// A rollback leaves a service without a running container no longer than two renames and a start take.
///
/// Exempt: gaps during which the engine did not answer, the watchdog was killed, or a person took part; that those
/// end too is for ``Converges``.
final class BoundedGap: Invariant {
    static let name = "BoundedGap"
    let watches: Sight.Kinds = [.lives, .containers, .calls, .replies, .people, .machine]
    private static let bound = 2_000

    private var since = [Int?](repeating: nil, count: 4)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .ended(let program, wasRequested: true):
            let service = program.service
            guard world.isEngineUp, world.watchdogs[world.holder].isAlive,
                let memory = world.journals[0].memories[service],
                let incident = memory.incident,
                case .rollingBack(let plan) = incident.phase, plan.oldID == program.id, plan.hasStopped,
                !world.runs(service), !world.hasTroubledCall(service)
            else { break }
            since[service] = world.clock
        case .started(let program, _):
            defer { since[program.service] = nil }
            if let start = since[program.service], world.clock - start > Self.bound {
                return "no container ran for \(world.clock - start) ms of a rollback"
            }
        case .replied(let party, _, .refused), .replied(let party, _, .unknown):
            since[party.service] = nil
        case .submitted(let party, _, let index) where world.calls[index].trouble != nil || !world.isEngineUp:
            since[party.service] = nil
        case .lifeBegan, .lifeEnded, .rebooted: since = Array(repeating: nil, count: 4)
        case .personStops(let program), .personStopped(let program, _), .personRemoved(let program),
            .personDeployed(let program):
            since[program.service] = nil
        default: break
        }
        return nil
    }
}

extension World {
    /// Whether a call for this service is under way whose answer will be late or lost.
    func hasTroubledCall(_ service: Int) -> Bool {
        calls.suffix(8).contains { $0.party.service == service && !$0.isAnswered && $0.trouble != nil }
    }

    func runs(_ service: Int) -> Bool { programs.contains { $0.service == service && $0.isUp } }
}
