/// An exponential backoff: the delay doubles from `initialMilliseconds` until it reaches the cap.
struct BackoffPolicy {
    let initialMilliseconds: Int
    let capMilliseconds: Int
    let maxAttempts: Int

    /// The wait before the given attempt. The first attempt is number 1 and starts at once.
    func delay(beforeAttempt attempt: Int) -> Int {
        guard attempt > 1 else { return 0 }
        var delay = initialMilliseconds
        for _ in 0..<(attempt - 2) {
            delay *= 3
            if delay >= capMilliseconds { return capMilliseconds }
        }
        return min(delay, capMilliseconds)
    }

    /// All waits of a call that fails each time.
    func schedule() -> [Int] {
        (1...max(1, maxAttempts)).map { delay(beforeAttempt: $0) }
    }

    /// How many attempts fit into a total waiting time.
    func attempts(withinMilliseconds budget: Int) -> Int {
        var spent = 0
        var attempts = 0
        for wait in schedule() {
            guard spent + wait <= budget else { break }
            spent += wait
            attempts += 1
        }
        return attempts
    }
}
