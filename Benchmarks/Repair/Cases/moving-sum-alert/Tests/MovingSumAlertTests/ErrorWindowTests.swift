import Testing

@testable import MovingSumAlert

@Suite struct ErrorWindowTests {
    @Test func early_minutes_sum_what_there_is() {
        #expect(ErrorWindow(width: 3, threshold: 9).sums(of: [1, 2, 3]) == [1, 3, 6])
    }

    @Test func old_minutes_leave_the_window() {
        #expect(ErrorWindow(width: 2, threshold: 9).sums(of: [1, 2, 3, 4]) == [1, 3, 5, 7])
    }

    @Test func an_alert_fires_once_while_the_sum_stays_high() {
        #expect(ErrorWindow(width: 2, threshold: 5).alertMinutes(for: [1, 4, 4, 4, 0, 0, 9]) == [1, 6])
    }

    @Test func a_quiet_service_never_alerts() {
        #expect(ErrorWindow(width: 3, threshold: 1).alertMinutes(for: [0, 0, 0]).isEmpty)
    }

    @Test func no_minutes_no_sums() {
        #expect(ErrorWindow(width: 3, threshold: 1).sums(of: []).isEmpty)
    }
}
