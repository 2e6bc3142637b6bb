import Watchdog

/// A ladder on a clock that tests move.
struct LadderBench {
    var ladder: Ladder<BootClock>
    var now = BootInstant.zero
    var canRollBack = false

    /// - Parameter change: changes the policy, which is the default but for a start period of zero and no jitter.
    init(canRollBack: Bool = false, _ change: (inout LadderPolicy) -> Void = { _ in }) {
        var policy = LadderPolicy()
        policy.startPeriod = .zero
        policy.backoff.jitter = 0
        change(&policy)
        ladder = Ladder(policy: policy, at: now, seed: 1)
        self.canRollBack = canRollBack
    }

    mutating func tell(_ event: LadderEvent, after wait: Duration = .zero) -> [LadderAction] {
        now = now.advanced(by: wait)
        return ladder.handle(event, at: now, canRollBack: canRollBack)
    }

    /// Probes, one a second: `+` passed, `-` failed, `?` unknown.
    mutating func probes(_ results: String) -> [LadderAction] {
        results.flatMap { result -> [LadderAction] in
            let vital: Vital = result == "+" ? .passed : result == "-" ? .failed : .unknown
            return tell(.probe(vital), after: .seconds(1))
        }
    }

    /// Waits until the ladder wants a tick, and gives it.
    mutating func tick() -> [LadderAction] {
        if let deadline = ladder.deadline { now = max(now, deadline) }
        return tell(.tick)
    }
}
