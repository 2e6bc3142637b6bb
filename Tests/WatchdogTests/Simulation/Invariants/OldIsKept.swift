import Watchdog

/// The container that a rollback replaces is removed only when the new one was verified.
final class OldIsKept: Invariant {
    static let name = "OldIsKept"
    let watches: Sight.Kinds = [.records, .containers]

    private var verified: Set<String> = []
    private var old: Set<String> = []

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .recorded(_, .intent, let memory), .recorded(_, .verifying, let memory):
            if let id = memory.incident?.phase.plan?.oldID { old.insert(id) }
        case .recorded(_, .closing(_, .healed(.rollback)), let memory):
            if let id = memory.incident?.phase.plan?.oldID { verified.insert(id) }
        case .removed(let program, let party):
            if old.contains(program.id), !verified.contains(program.id) {
                return "watchdog \(party.watchdog) removed \(program.name) before the new one was verified"
            }
        default: break
        }
        return nil
    }
}

extension OpenIncident.Phase {
    var plan: RollbackPlan? {
        switch self {
        case .rollingBack(let plan): plan
        case .verifying(_, let plan), .closing(_, let plan): plan
        case .waiting, .restarting: nil
        }
    }
}
