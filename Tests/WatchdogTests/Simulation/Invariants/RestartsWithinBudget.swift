import Watchdog

/// Restarts stay within their budget, whoever of the watchdog's lives began them.
///
/// Exempt: restarts before a reboot, when the wall clock was set forward before it. Only the wall clock spans boots,
/// so that to the next boot they are longer ago than they are.
final class RestartsWithinBudget: Invariant {
    static let name = "RestartsWithinBudget"
    let watches: Sight.Kinds = [.lives, .records, .calls, .people, .machine]

    private var planned = [[Int]](repeating: [], count: 8)
    private var callsOfPlan = [Int](repeating: 0, count: 8)
    private var wasSetForward = false
    private var hasRebooted = false

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .recorded(let party, .planned(_, .restart), _):
            let budget = world.plan.services[party.service].spec.policy.budget
            planned[party.key].append(world.clock)
            callsOfPlan[party.key] = 0
            // A window's edge is as sharp as one tick.
            let start = world.clock - Int(budget.window.inSeconds * 1000)
            let recent = planned[party.key].count { $0 > start + 5 }
            if recent > budget.limit { return "\(recent) restarts in one window, \(budget.limit) allowed" }
        case .submitted(let party, .restart, _):
            callsOfPlan[party.key] += 1
            if callsOfPlan[party.key] > 3 { return "\(callsOfPlan[party.key]) calls for one restart" }
        case .commanded(let party, .resume):
            if world.journals[party.journal].memories[party.service]?.incident == nil {
                planned[party.key] = []
            }
        case .clockJumped(let time): if time > 0 { wasSetForward = true }
        case .rebooted: hasRebooted = true
        case .lifeBegan:
            if hasRebooted, wasSetForward { planned = Array(repeating: [], count: 8) }
            hasRebooted = false
        default: break
        }
        return nil
    }
}
