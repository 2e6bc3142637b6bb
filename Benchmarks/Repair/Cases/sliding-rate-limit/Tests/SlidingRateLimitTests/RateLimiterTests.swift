import Testing

@testable import SlidingRateLimit

@Suite struct RateLimiterTests {
    private func admissions(_ times: [Int], limit: Int, window: Int) -> [Bool] {
        var limiter = RateLimiter(limit: limit, window: window)
        return times.map { limiter.admit(at: $0) }
    }

    @Test func refuses_above_the_limit() {
        #expect(admissions([0, 1, 2], limit: 2, window: 10) == [true, true, false])
    }

    @Test func admits_again_in_a_later_window() {
        #expect(admissions([0, 1, 20], limit: 2, window: 10) == [true, true, true])
    }

    @Test func bounds_windows_that_start_anywhere() {
        #expect(admissions([8, 9, 10, 11], limit: 2, window: 10) == [true, true, false, false])
    }

    @Test func frees_one_place_at_a_time() {
        #expect(admissions([0, 5, 10, 11, 15], limit: 2, window: 10) == [true, true, true, false, true])
    }
}
