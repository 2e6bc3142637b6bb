import Watchdog

/// Containers are made of images that were promoted, and references are pointed only there, or back.
final class OnlyToKnownGood: Invariant {
    static let name = "OnlyToKnownGood"
    let watches: Sight.Kinds = [.records, .calls]

    private var promoted = [Set<String>](repeating: [], count: 8)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .recorded(let party, .promoted(let image, _), _): promoted[party.key].insert(image)
        case .submitted(let party, .create(_, _, let image, _), _),
            .submitted(let party, .setImage(_, let image), _):
            if !promoted[party.key].contains(image) { return "a rollback to \(image), which nobody promoted" }
        case .submitted(let party, .tag(let image, _), _):
            let before = world.journals[party.journal].memories[party.service]?.incident?.imageBefore
            if !promoted[party.key].contains(image), image != before {
                return "the reference pointed to \(image), which nobody promoted"
            }
        default: break
        }
        return nil
    }
}
