import XCTest

@testable import RetryBackoff

final class BackoffPolicyValidation: XCTestCase {
    func testPowersOfTwo() {
        let policy = BackoffPolicy(initialMilliseconds: 1, capMilliseconds: 1 << 20, maxAttempts: 12)
        for attempt in 2...12 {
            XCTAssertEqual(policy.delay(beforeAttempt: attempt), 1 << (attempt - 2))
        }
    }

    func testCapBelowTheInitialDelay() {
        let policy = BackoffPolicy(initialMilliseconds: 500, capMilliseconds: 200, maxAttempts: 3)
        XCTAssertEqual(policy.schedule(), [0, 200, 200])
    }

    func testBudgets() {
        let policy = BackoffPolicy(initialMilliseconds: 10, capMilliseconds: 100, maxAttempts: 5)
        XCTAssertEqual(policy.attempts(withinMilliseconds: 0), 1)
        XCTAssertEqual(policy.attempts(withinMilliseconds: 10), 2)
        XCTAssertEqual(policy.attempts(withinMilliseconds: 29), 2)
        XCTAssertEqual(policy.attempts(withinMilliseconds: 30), 3)
        XCTAssertEqual(policy.attempts(withinMilliseconds: 70), 4)
        XCTAssertEqual(policy.attempts(withinMilliseconds: 10_000), 5)
    }

    func testNoAttemptNumbersBelowOne() {
        let policy = BackoffPolicy(initialMilliseconds: 10, capMilliseconds: 100, maxAttempts: 5)
        XCTAssertEqual(policy.delay(beforeAttempt: 0), 0)
    }
}
