import Logic
import XCTest

final class RetryScheduleTests: XCTestCase {
    func testDelaysDoubleUpToTheCap() {
        XCTAssertEqual(RetrySchedule.delay(base: 100, attempt: 1, cap: 5000), 100)
        XCTAssertEqual(RetrySchedule.delay(base: 100, attempt: 4, cap: 5000), 800)
        XCTAssertEqual(RetrySchedule.delay(base: 100, attempt: 9, cap: 5000), 5000)
    }

    func testADelayBeyondAnIntIsTheCap() {
        XCTAssertEqual(RetrySchedule.delay(base: 1, attempt: 80, cap: Int.max), Int.max)
        XCTAssertEqual(RetrySchedule.delay(base: 3, attempt: 90, cap: Int.max - 1), Int.max - 1)
    }

    func testAConstantScheduleRepeatsItsDelay() {
        XCTAssertEqual(RetrySchedule.constant(250, attempts: 3), [250, 250, 250])
        XCTAssertEqual(RetrySchedule.constant(250, attempts: -1), [])
        XCTAssertEqual(RetrySchedule.constant(100, attempts: -9), [])
    }

    func testFibonacciNumbersStartWithOnes() {
        XCTAssertEqual(RetrySchedule.fibonacci(1), 1)
        XCTAssertEqual(RetrySchedule.fibonacci(2), 1)
        XCTAssertEqual(RetrySchedule.fibonacci(7), 13)
    }

    func testDelaysAreListedFromFirstToLast() {
        XCTAssertEqual(RetrySchedule.delays(from: 1, to: 3, base: 100), [100, 200, 400])
        XCTAssertEqual(RetrySchedule.delays(from: 2, to: 2, base: 50), [100])
    }

    func testThereAreNoDelaysAfterTheLastAttempt() {
        XCTAssertEqual(RetrySchedule.delays(from: 4, to: 3, base: 100), [])
        XCTAssertEqual(RetrySchedule.delays(from: 9, to: 1, base: 50), [])
    }

    func testSecondsBecomeMilliseconds() {
        XCTAssertEqual(RetrySchedule.milliseconds(fromSeconds: 1.5), 1500)
        XCTAssertEqual(RetrySchedule.milliseconds(fromSeconds: 0), 0)
    }

    func testAnImpossibleDelayIsNil() {
        XCTAssertNil(RetrySchedule.milliseconds(fromSeconds: Double.nan))
        XCTAssertNil(RetrySchedule.milliseconds(fromSeconds: Double.infinity))
        XCTAssertNil(RetrySchedule.milliseconds(fromSeconds: 1e300))
        XCTAssertNil(RetrySchedule.milliseconds(fromSeconds: -1))
    }

    func testEveryFailureHasADecision() {
        XCTAssertEqual(CallFailure.timeout.decision, .retry)
        XCTAssertEqual(CallFailure.overload.decision, .retry)
        XCTAssertEqual(CallFailure.unauthorized.decision, .refreshToken)
        XCTAssertEqual(CallFailure.badRequest.decision, .giveUp)
    }

    func testEveryFailureHasItsAttempts() {
        XCTAssertEqual(CallFailure.timeout.attempts, 3)
        XCTAssertEqual(CallFailure.overload.attempts, 5)
        XCTAssertEqual(CallFailure.unauthorized.attempts, 1)
        XCTAssertEqual(CallFailure.badRequest.attempts, 0)
    }
}
