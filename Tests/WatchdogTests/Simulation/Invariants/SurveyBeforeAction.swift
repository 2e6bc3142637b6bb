import Watchdog

/// Each change is decided on what the engine said after the change before, and after anything that went unanswered.
final class SurveyBeforeAction: Invariant {
    static let name = "SurveyBeforeAction"
    let watches: Sight.Kinds = [.lives, .calls, .surveys]

    private var isFresh = [Bool](repeating: false, count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .lifeBegan(_, let journal):
            for key in journal * 4..<journal * 4 + 4 { isFresh[key] = false }
        case .surveyed(let party): isFresh[party.key] = true
        case .submitted(let party, let call, _) where call.changesSomething:
            defer { isFresh[party.key] = false }
            if !isFresh[party.key] { return "\(call.text) without a look at the engine before" }
        default: break
        }
        return nil
    }
}
