import Watchdog

/// No restart or rollback begins in a maintenance window or while a service that this one needs is down.
final class HoldsAreRespected: Invariant {
    static let name = "HoldsAreRespected"
    let watches: Sight.Kinds = [.records]

    func see(_ sight: Sight, _ world: World) -> String? {
        guard case .recorded(let party, .planned(_, let rung), _) = sight else { return nil }
        if world.patients[party.service].isMaintained { return "a \(rung.rawValue) begins in maintenance" }
        let life = world.watchdogs[party.watchdog]
        if let parent = world.plan.services[party.service].dependsOn, life.isDown[parent] {
            return "a \(rung.rawValue) begins while what it depends on is down"
        }
        return nil
    }
}
