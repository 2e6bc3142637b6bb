import Watchdog

/// An engine that does not answer says nothing about a service: without a failed probe or an end, nothing is opened.
final class EngineAwayIsNotUnhealthy: Invariant {
    static let name = "EngineAwayIsNotUnhealthy"
    let watches: Sight.Kinds = [.vitals, .records, .containers, .lives]

    private var unknowns = [Int](repeating: 0, count: 8)
    private var evidence = [Bool](repeating: false, count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .lifeBegan(_, let journal):
            for key in journal * 4..<journal * 4 + 4 { unknowns[key] = 0 }
        case .vital(let party, let vital):
            switch vital {
            case .failed: evidence[party.key] = true
            case .unknown: unknowns[party.key] += 1
            case .passed:
                unknowns[party.key] = 0
                evidence[party.key] = false
            }
        case .ended(let program, _):
            evidence[program.service] = true
            evidence[program.service + 4] = true
        case .recorded(let party, .opened(_, let cause), _):
            if !evidence[party.key], unknowns[party.key] > 0, cause != .requested {
                return "an incident for \(cause.rawValue) when \(unknowns[party.key]) looks said nothing"
            }
        default: break
        }
        return nil
    }
}
