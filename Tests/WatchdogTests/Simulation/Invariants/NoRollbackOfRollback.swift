import Watchdog

/// Where a rollback led, no other begins until somebody deploys, or asks for it.
final class NoRollbackOfRollback: Invariant {
    static let name = "NoRollbackOfRollback"
    let watches: Sight.Kinds = [.records, .containers, .people]

    private var isRolledBack = [Bool](repeating: false, count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .recorded(let party, .verifying(_, .rollback), _):
            // A person's container may have taken the place just before the record.
            let program = world.named(world.plan.services[party.service].spec.container)
            isRolledBack[party.key] = program?.maker != .person || world.plan.engine == .swarm
        case .recorded(let party, .planned(_, .rollback), let memory):
            if isRolledBack[party.key], memory.incident?.cause != .requested {
                return "a rollback of a rollback"
            }
        case .personDeployed(let program), .personRemoved(let program): clear(program.service, but: nil)
        // What another watchdog puts in place is a deploy for this one.
        case .started(let program, let party?): clear(program.service, but: party.journal)
        case .replaced(let program, let party): clear(program.service, but: party.journal)
        default: break
        }
        return nil
    }

    private func clear(_ service: Int, but journal: Int?) {
        for other in 0..<2 where other != journal { isRolledBack[other * 4 + service] = false }
    }
}
