/// Admits at most `limit` requests in any `window` seconds in a row.
struct RateLimiter {
    let limit: Int
    let window: Int
    private var windowStart = 0
    private var count = 0

    init(limit: Int, window: Int) {
        self.limit = limit
        self.window = window
    }

    /// Whether a request at this second is admitted. Times never go back.
    mutating func admit(at now: Int) -> Bool {
        if now >= windowStart + window {
            windowStart = now - now % window
            count = 0
        }
        guard count < limit else { return false }
        count += 1
        return true
    }
}
