package import Watchdog

extension Ending {
    /// One of five words, for labels and payloads.
    package var word: String {
        switch self {
        case .healed(.restart): "healed_by_restart"
        case .healed(.rollback): "healed_by_rollback"
        case .recovered: "recovered"
        case .escalated: "escalated"
        case .superseded: "superseded"
        }
    }

    /// Why, where it needs a reason.
    package var reason: String? {
        switch self {
        case .healed, .recovered: nil
        case .escalated(let reason): reason.rawValue
        case .superseded(let by): by.rawValue
        }
    }
}
