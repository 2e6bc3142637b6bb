import Testing

@testable import SlidingRateLimit

@Suite struct RateLimiterValidation {
    @Test(arguments: 1...4, [3, 5, 8]) func no_window_exceeds_the_limit(limit: Int, window: Int) {
        var limiter = RateLimiter(limit: limit, window: window)
        var admitted: [Int] = []
        for step in 0..<120 {
            let now = step * 2 / 3
            let expected = admitted.filter { $0 > now - window }.count < limit
            let actual = limiter.admit(at: now)
            #expect(actual == expected)
            if actual { admitted.append(now) }
        }
    }

    @Test func nothing_is_admitted_with_limit_zero() {
        var limiter = RateLimiter(limit: 0, window: 5)
        let first = limiter.admit(at: 0)
        let later = limiter.admit(at: 99)
        #expect(!first && !later)
    }
}
