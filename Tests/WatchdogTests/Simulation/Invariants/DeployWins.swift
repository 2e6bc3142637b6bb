import Watchdog

/// What a person put in place is touched only in an incident of its own, and a reference that a person moved is theirs.
final class DeployWins: Invariant {
    static let name = "DeployWins"
    let watches: Sight.Kinds = [.calls, .surveys, .people, .containers]

    private var taggedAt = [Int](repeating: .min / 2, count: 4)
    /// Who moved a service's reference last: nil for a person.
    private var tagger = [Int?](repeating: nil, count: 4)
    private var snapshot = [Int](repeating: 0, count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .surveyed(let party): snapshot[party.key] = world.clock
        case .personTagged(let service, _):
            taggedAt[service] = world.clock
            tagger[service] = nil
        case .tagged(let party, _): tagger[party.service] = party.journal
        case .submitted(let party, let call, _): return judge(call, party, world)
        default: break
        }
        return nil
    }

    private func judge(_ call: EngineCall, _ party: Party, _ world: World) -> String? {
        let id: String
        switch call {
        case .start(let target), .stop(let target, _), .restart(let target, _), .remove(let target),
            .rename(let target, _), .setImage(let target, _):
            id = target
        case .tag(_, let reference): return judgeTag(reference, party, world)
        case .create, .survey, .logs: return nil
        }
        guard let program = world.with(id: id), program.maker == .person else { return nil }
        let memory = world.journals[party.journal].memories[party.service]
        if memory?.incident?.containerBefore == id || program.name.contains("-lab-") { return nil }
        return "\(call.text), which a person deployed"
    }

    /// A reference that points to neither end of the rollback was moved by a person.
    private func judgeTag(_ reference: String, _ party: Party, _ world: World) -> String? {
        // Another watchdog's word is no person's.
        if let other = tagger[party.service], other != party.journal { return nil }
        guard let image = world.tags[reference], snapshot[party.key] > taggedAt[party.service],
            let incident = world.journals[party.journal].memories[party.service]?.incident,
            case .rollingBack(let plan) = incident.phase
        else { return nil }
        let digest = world.digest(party.service, image)
        if digest == plan.from || digest == plan.to { return nil }
        return "the reference moved away from \(digest), where a person had put it"
    }
}
