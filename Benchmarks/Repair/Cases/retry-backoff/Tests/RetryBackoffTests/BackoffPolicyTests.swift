import XCTest

@testable import RetryBackoff

final class BackoffPolicyTests: XCTestCase {
    private let policy = BackoffPolicy(initialMilliseconds: 100, capMilliseconds: 1000, maxAttempts: 6)

    func testFirstAttemptStartsAtOnce() {
        XCTAssertEqual(policy.delay(beforeAttempt: 1), 0)
        XCTAssertEqual(policy.delay(beforeAttempt: 2), 100)
    }

    func testScheduleDoublesUpToTheCap() {
        XCTAssertEqual(policy.schedule(), [0, 100, 200, 400, 800, 1000])
    }

    func testLateAttemptsStayAtTheCap() {
        XCTAssertEqual(policy.delay(beforeAttempt: 40), 1000)
    }

    func testBudgetForTwoAttempts() {
        XCTAssertEqual(policy.attempts(withinMilliseconds: 150), 2)
    }

    func testZeroAttemptsStillTriesOnce() {
        let once = BackoffPolicy(initialMilliseconds: 5, capMilliseconds: 10, maxAttempts: 0)
        XCTAssertEqual(once.schedule(), [0])
    }
}
