import Logic
import Testing

@Suite struct HeldOutWindow {
    @Test func a_window_without_length() {
        #expect(RateWindow(limit: 9, seconds: 0).window(of: 1234) == 0)
        #expect(RateWindow(limit: 0, seconds: 0).window(of: 0) == 0)
    }

    @Test func a_negative_window() {
        #expect(RateWindow(limit: 1, seconds: -10).window(of: 500) == 0)
    }

    @Test func a_window_with_length() {
        #expect(RateWindow(limit: 3, seconds: 15).window(of: 46) == 3)
    }
}
