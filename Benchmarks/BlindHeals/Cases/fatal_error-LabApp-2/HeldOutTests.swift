import Logic
import Testing

@Suite struct HeldOutAttempts {
    @Test func a_bad_request_is_worth_no_attempt() {
        #expect(CallFailure.badRequest.attempts == 0)
    }

    @Test func all_attempts_together() {
        #expect(CallFailure.allCases.map(\.attempts).reduce(0, +) == 9)
    }

    @Test func only_worthwhile_failures_are_repeated() {
        #expect(CallFailure.allCases.filter { $0.attempts == 0 } == [.badRequest])
    }
}
