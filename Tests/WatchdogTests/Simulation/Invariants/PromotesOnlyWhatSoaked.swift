import Watchdog

/// An image is promoted after it passed for long enough without a failure between, or by a person.
final class PromotesOnlyWhatSoaked: Invariant {
    static let name = "PromotesOnlyWhatSoaked"
    let watches: Sight.Kinds = [.lives, .vitals, .records, .people]

    private var passes = [Int](repeating: 0, count: 8)
    private var since = [Int](repeating: 0, count: 8)
    private var wasAsked = [Bool](repeating: false, count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .lifeBegan(_, let journal): for key in journal * 4..<journal * 4 + 4 { passes[key] = 0 }
        case .vital(let party, .failed): passes[party.key] = 0
        case .vital(let party, .passed):
            if passes[party.key] == 0 { since[party.key] = world.clock }
            passes[party.key] += 1
        case .recorded(let party, .adopted, _): passes[party.key] = 0
        case .commanded(let party, .promote): wasAsked[party.key] = true
        case .recorded(let party, .promoted(let image, let byHand), _):
            if byHand {
                defer { wasAsked[party.key] = false }
                return wasAsked[party.key] ? nil : "\(image) promoted by nobody's hand"
            }
            let soak = world.plan.services[party.service].spec.policy.soak
            let time = world.clock - since[party.key]
            if passes[party.key] < soak.successes || Double(time) < soak.minimum.inSeconds * 1000 {
                return "\(image) promoted after \(passes[party.key]) passes in \(time) ms"
            }
        default: break
        }
        return nil
    }
}
