import Watchdog

/// A watchdog has at most one call for a service under way.
final class OneCallAtATime: Invariant {
    static let name = "OneCallAtATime"
    let watches: Sight.Kinds = [.lives, .calls, .replies]

    private var open = [Bool](repeating: false, count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .lifeBegan(_, let journal):
            for key in journal * 4..<journal * 4 + 4 { open[key] = false }
        case .replied(let party, _, _): open[party.key] = false
        case .submitted(let party, let call, _):
            defer { open[party.key] = true }
            if open[party.key] { return "\(call.text) beside another call" }
        default: break
        }
        return nil
    }
}
