/// Where a service stands on the ladder.
///
///     starting ─► healthy ◄─► suspect ─► backing off ─► restarting ─► verifying ─► healed
///                                              ▲                          │
///                                              └──────────────────────────┤
///                              escalated ◄─ verifying ◄─ rolling back ◄───┘
package enum LadderState<Instant: InstantProtocol & Sendable>: Sendable, Equatable {
    /// Failures are not counted before the deadline.
    case starting(until: Instant)
    case healthy
    case suspect
    case backingOff(until: Instant)
    case restarting
    case rollingBack
    /// Failures count from `graceEnd` on; without success by `deadline` the rung did not help.
    case verifying(Rung, graceEnd: Instant, deadline: Instant)
    /// Just healed; healthy with the next passed probe.
    case healed
    /// The end of the ladder: a person is needed. It is left when probes pass again, by a deploy, or by hand.
    case escalated(EscalationReason)
    case held

    package var name: String {
        switch self {
        case .starting: "starting"
        case .healthy: "healthy"
        case .suspect: "suspect"
        case .backingOff: "backing_off"
        case .restarting: "restarting"
        case .rollingBack: "rolling_back"
        case .verifying: "verifying"
        case .healed: "healed"
        case .escalated: "escalated"
        case .held: "held"
        }
    }

    /// Whether an incident is open in this state.
    package var isIncident: Bool {
        switch self {
        case .backingOff, .restarting, .rollingBack, .verifying: true
        case .starting, .healthy, .suspect, .healed, .escalated, .held: false
        }
    }
}
