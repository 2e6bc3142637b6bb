import Watchdog

/// Every incident has one report: whole, with its times in order, and the same whenever it is written again.
final class OneReportPerIncident: Invariant {
    static let name = "OneReportPerIncident"
    let watches: Sight.Kinds = [.lives, .records, .reports, .end, .machine]

    private var opened: [(key: Int, id: String)] = []
    private var thisLife: Set<String> = []
    private var hasRebooted = false

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .lifeBegan: thisLife = []
        case .rebooted: hasRebooted = true
        case .recorded(let party, .opened(let id, _), _): opened.append((party.key, id))
        case .reported(let party, let closed): return judge(closed, party, world)
        case .over:
            for incident in opened {
                let journal = world.journals[incident.key / 4]
                let isOpen = journal.memories[incident.key % 4]?.incident?.id == incident.id
                if !isOpen, journal.reports[incident.id] == nil {
                    return "the incident \(incident.id) has no report"
                }
            }
        default: break
        }
        return nil
    }

    private func judge(_ closed: ClosedIncident, _ party: Party, _ world: World) -> String? {
        let incident = closed.incident
        guard world.journals[party.journal].memories[party.service]?.concluded == closed else {
            return "a report of \(incident.id) that is not what the journal has"
        }
        if let first = world.journals[party.journal].reports[incident.id] {
            if thisLife.contains(incident.id) { return "two reports of \(incident.id) in one life" }
            if first != closed { return "two reports of \(incident.id) that differ" }
        }
        thisLife.insert(incident.id)
        var times = [incident.firstFailure, incident.opened]
        for action in incident.actions { times += [action.intended] + (action.ended.map { [$0] } ?? []) }
        times.append(closed.closed)
        for (earlier, later) in zip(times, times.dropFirst()) where later.boot < earlier.boot {
            return "times of \(incident.id) that go back\(hasRebooted ? " over a reboot" : "")"
        }
        return nil
    }
}
