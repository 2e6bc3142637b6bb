import Scoreboard

/// The trials of one case as one cell: the worst of their outcomes says how it stands.
struct CaseStanding {
    let trials: [Trial]

    private var worst: Trial.Outcome? {
        let order: [Trial.Outcome] = [
            .falseAction, .notHealed, .timedOut, .healed, .escalated, .leftAlone, .unviable, .notApplicable,
        ]
        return order.first { outcome in trials.contains { $0.outcome == outcome } }
    }

    var kind: String { worst?.kind ?? "idle" }
    var sign: String { worst?.sign ?? "·" }

    /// "healed", "3 of 4 healed", "not run".
    var label: String {
        guard let worst else { return "not run" }
        guard trials.count > 1 else { return worst.label }
        if trials.allSatisfy({ $0.outcome == worst }) { return "\(worst.label), \(trials.count) times" }
        let right = trials.count(where: \.isRight)
        return right == 0 ? worst.label : "\(right) of \(trials.count) right"
    }

    /// Reasons of the oracle, each once.
    var reasons: String {
        var seen: [String] = []
        for reason in trials.compactMap(\.reason?.words) where !seen.contains(reason) { seen.append(reason) }
        return seen.filter { $0 != worst?.label }.joined(separator: ", ")
    }

    var badge: HTML { Badge.html(kind, sign, label) }
}
