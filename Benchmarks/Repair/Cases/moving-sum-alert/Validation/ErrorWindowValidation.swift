import Testing

@testable import MovingSumAlert

@Suite struct ErrorWindowValidation {
    @Test(arguments: 1...6) func agrees_with_a_direct_sum(width: Int) {
        let errors = (0..<40).map { ($0 * $0 + 3) % 11 }
        let window = ErrorWindow(width: width, threshold: 1)
        let expected = errors.indices.map { errors[max(0, $0 - width + 1)...$0].reduce(0, +) }
        #expect(window.sums(of: errors) == expected)
    }

    @Test func a_window_of_one_minute() {
        #expect(ErrorWindow(width: 1, threshold: 3).sums(of: [5, 0, 7]) == [5, 0, 7])
        #expect(ErrorWindow(width: 1, threshold: 3).alertMinutes(for: [5, 0, 7, 8]) == [0, 2])
    }

    @Test func sums_fall_back_to_zero() {
        #expect(ErrorWindow(width: 2, threshold: 3).sums(of: [3, 0, 0, 0]) == [3, 3, 0, 0])
    }

    @Test func alerts_repeat_after_a_quiet_time() {
        let window = ErrorWindow(width: 2, threshold: 4)
        #expect(window.alertMinutes(for: [4, 0, 0, 0, 2, 2, 0, 4]) == [0, 5, 7])
        #expect(window.alertMinutes(for: []) == [])
    }
}
