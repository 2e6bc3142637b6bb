/// Keeps calls away from a service that fails.
///
/// After `threshold` failures in a row it opens for `pause` seconds. Then one call may probe the service: success
/// closes the breaker, failure opens it for another pause.
struct CircuitBreaker {
    private enum State {
        case closed(failures: Int)
        case open(until: Int)
    }

    let threshold: Int
    let pause: Int
    private var state = State.closed(failures: 0)

    init(threshold: Int, pause: Int) {
        self.threshold = threshold
        self.pause = pause
    }

    /// Whether a call may start now.
    mutating func allows(at now: Int) -> Bool {
        switch state {
        case .closed: return true
        case .open(let until):
            guard now >= until else { return false }
            state = .closed(failures: 0)
            return true
        }
    }

    mutating func report(success: Bool, at now: Int) {
        switch state {
        case .closed(let failures):
            if success {
                state = .closed(failures: 0)
            } else {
                state =
                    failures + 1 >= threshold ? .open(until: now + pause) : .closed(failures: failures + 1)
            }
        case .open:
            break
        }
    }
}
