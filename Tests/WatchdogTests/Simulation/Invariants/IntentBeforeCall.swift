import Watchdog

/// What is to be changed is durable before the engine is asked.
final class IntentBeforeCall: Invariant {
    static let name = "IntentBeforeCall"
    let watches: Sight.Kinds = [.calls]

    func see(_ sight: Sight, _ world: World) -> String? {
        guard case .submitted(let party, let call, _) = sight, call.changesSomething, !world.isTidying(call)
        else { return nil }
        let last = world.journals[party.journal].memories[party.service]?.incident?.actions.last
        if let last, last.call == call, last.ended == nil { return nil }
        return "\(call.text) is not in the journal"
    }
}
