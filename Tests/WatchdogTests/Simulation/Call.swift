import Watchdog

/// One call of a watchdog on its way through the simulated engine.
struct Call {
    var party: Party
    var life: Int
    var call: EngineCall
    var trouble: Trouble?
    /// Began, and did not end yet.
    var isRunning = false
    var isOver = false
    var isAnswered = false

    /// What becomes of a call besides being done.
    enum Trouble: CaseIterable {
        case lostRequest
        case lostReply
        case lateEffect
        case refused
        case slow
        case conflict
        case malformed

        var name: String {
            switch self {
            case .lostRequest: "lost_request"
            case .lostReply: "lost_reply"
            case .lateEffect: "late_effect"
            case .refused: "refused"
            case .slow: "slow"
            case .conflict: "conflict"
            case .malformed: "malformed"
            }
        }
    }
}
