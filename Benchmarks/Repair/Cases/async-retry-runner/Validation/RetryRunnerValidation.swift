import Testing

@testable import AsyncRetryRunner

@Suite struct RetryRunnerValidation {
    struct Fault: Error {}

    actor Pauses {
        private(set) var attempts: [Int] = []

        func note(_ attempt: Int) {
            attempts.append(attempt)
        }
    }

    @Test(arguments: 1...5) func exact_number_of_attempts(limit: Int) async {
        var attempts = 0
        await #expect(throws: Fault.self) {
            try await RetryRunner(maxAttempts: limit).run {
                attempts += 1
                throw Fault()
            }
        }
        #expect(attempts == limit)
    }

    @Test func pauses_between_attempts_only() async {
        let pauses = Pauses()
        let runner = RetryRunner(maxAttempts: 4, pause: { await pauses.note($0) })
        await #expect(throws: Fault.self) { try await runner.run { throw Fault() } }
        #expect(await pauses.attempts == [1, 2, 3])
    }

    @Test func no_pause_after_success() async throws {
        let pauses = Pauses()
        let runner = RetryRunner(maxAttempts: 4, pause: { await pauses.note($0) })
        var attempts = 0
        let value = try await runner.run {
            attempts += 1
            if attempts == 1 { throw Fault() }
            return "ok"
        }
        #expect(value == "ok")
        #expect(await pauses.attempts == [1])
    }

    @Test func the_last_attempt_may_succeed() async throws {
        var attempts = 0
        let value = try await RetryRunner(maxAttempts: 2).run {
            attempts += 1
            if attempts < 2 { throw Fault() }
            return attempts
        }
        #expect(value == 2)
    }

    @Test func zero_attempts_start_once() async {
        var attempts = 0
        await #expect(throws: Fault.self) {
            try await RetryRunner(maxAttempts: 0).run {
                attempts += 1
                throw Fault()
            }
        }
        #expect(attempts == 1)
    }
}
