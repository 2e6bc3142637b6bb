import Testing

@testable import AsyncRetryRunner

@Suite struct RetryRunnerTests {
    enum Fault: Error, Equatable {
        case busy
        case broken
    }

    @Test func success_needs_one_attempt() async throws {
        var attempts = 0
        let value = try await RetryRunner(maxAttempts: 3).run {
            attempts += 1
            return 7
        }
        #expect(value == 7)
        #expect(attempts == 1)
    }

    @Test func a_later_success_counts() async throws {
        var attempts = 0
        let value = try await RetryRunner(maxAttempts: 3).run {
            attempts += 1
            if attempts < 3 { throw Fault.busy }
            return attempts
        }
        #expect(value == 3)
    }

    @Test func attempts_are_limited() async {
        var attempts = 0
        await #expect(throws: Fault.busy) {
            try await RetryRunner(maxAttempts: 3).run {
                attempts += 1
                throw Fault.busy
            }
        }
        #expect(attempts == 3)
    }

    @Test func permanent_errors_are_not_retried() async {
        var attempts = 0
        await #expect(throws: Fault.broken) {
            try await RetryRunner(maxAttempts: 3).run(isTransient: { $0 as? Fault == .busy }) {
                attempts += 1
                throw Fault.broken
            }
        }
        #expect(attempts == 1)
    }
}
