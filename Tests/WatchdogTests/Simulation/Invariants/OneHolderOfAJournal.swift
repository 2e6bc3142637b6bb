import Watchdog

/// Two watchdogs never live on one journal.
final class OneHolderOfAJournal: Invariant {
    static let name = "OneHolderOfAJournal"
    let watches: Sight.Kinds = [.lives]

    func see(_ sight: Sight, _ world: World) -> String? {
        guard case .lifeBegan(let watchdog, let journal) = sight else { return nil }
        for life in world.watchdogs where life.isAlive && life.journal == journal && life.index != watchdog {
            return "watchdog \(watchdog) begins on the journal of watchdog \(life.index)"
        }
        return nil
    }
}
