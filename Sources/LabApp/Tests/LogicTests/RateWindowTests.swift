import Logic
import Testing

struct RateWindowTests {
    @Test func calls_are_spread_over_the_window() {
        #expect(RateWindow(limit: 4, seconds: 60).pauseMilliseconds == 15_000)
        #expect(RateWindow(limit: 10, seconds: 1).pauseMilliseconds == 100)
    }

    @Test func a_limit_of_zero_allows_no_pause() {
        #expect(RateWindow(limit: 0, seconds: 60).pauseMilliseconds == nil)
        #expect(RateWindow(limit: 0, seconds: 5).pauseMilliseconds == nil)
    }

    @Test func a_window_too_long_for_milliseconds_has_no_pause() {
        #expect(RateWindow(limit: 1, seconds: Int.max).pauseMilliseconds == nil)
        #expect(RateWindow(limit: 2, seconds: Int.max / 100).pauseMilliseconds == nil)
    }

    @Test func a_window_of_negative_length_has_no_pause() {
        #expect(RateWindow(limit: 1, seconds: -5).pauseMilliseconds == nil)
        #expect(RateWindow(limit: 2, seconds: Int.min).pauseMilliseconds == nil)
    }

    @Test func a_timestamp_falls_into_a_window() {
        let minutes = RateWindow(limit: 1, seconds: 60)
        #expect(minutes.window(of: 59) == 0)
        #expect(minutes.window(of: 125) == 2)
    }

    @Test func a_window_without_length_is_the_first() {
        #expect(RateWindow(limit: 1, seconds: 0).window(of: 59) == 0)
        #expect(RateWindow(limit: 2, seconds: 0).window(of: 7) == 0)
    }

    @Test func expired_calls_no_longer_count() {
        let window = RateWindow(limit: 5, seconds: 10)
        #expect(window.used([1, 5, 12, 14], now: 15) == 2)
        #expect(window.used([1, 2], now: 3) == 2)
    }

    @Test func a_window_may_have_expired_altogether() {
        let window = RateWindow(limit: 5, seconds: 10)
        #expect(window.used([1, 2, 3], now: 100) == 0)
        #expect(window.used([], now: 50) == 0)
    }

    @Test func a_peak_is_the_busiest_run() {
        #expect(RateWindow.peak(of: [1, 5, 4, 0], width: 2) == 9)
        #expect(RateWindow.peak(of: [3, 2], width: 1) == 3)
    }

    @Test func a_peak_needs_a_width() {
        #expect(RateWindow.peak(of: [1, 2], width: 0) == nil)
        #expect(RateWindow.peak(of: [1, 2], width: -1) == nil)
    }

    @Test func a_peak_needs_enough_windows() {
        #expect(RateWindow.peak(of: [1, 2], width: 3) == nil)
        #expect(RateWindow.peak(of: [], width: 1) == nil)
    }

    @Test func a_gauge_has_a_place_per_call() {
        #expect(RateWindow(limit: 5, seconds: 1).gauge(used: 2) == "##...")
        #expect(RateWindow(limit: 3, seconds: 1).gauge(used: 3) == "###")
    }

    @Test func a_gauge_is_never_over_or_under_full() {
        #expect(RateWindow(limit: 3, seconds: 1).gauge(used: 8) == "###")
        #expect(RateWindow(limit: 4, seconds: 1).gauge(used: -2) == "....")
        #expect(RateWindow(limit: -1, seconds: 1).gauge(used: 1) == "")
    }

    @Test func slots_are_a_step_apart() {
        #expect(RateWindow.slots(from: 10, to: 16, step: 3) == [10, 13, 16])
        #expect(RateWindow.slots(from: 0, to: 1, step: 5) == [0])
    }

    @Test func slots_need_an_end_after_the_start() {
        #expect(RateWindow.slots(from: 5, to: 4, step: 1) == [])
        #expect(RateWindow.slots(from: 90, to: 10, step: 20) == [])
    }

    @Test func slots_need_a_step() {
        #expect(RateWindow.slots(from: 1, to: 4, step: 0) == [])
        #expect(RateWindow.slots(from: 2, to: 9, step: 0) == [])
    }
}
