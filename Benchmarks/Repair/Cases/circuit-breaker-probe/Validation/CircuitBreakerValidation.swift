import XCTest

@testable import CircuitBreakerProbe

final class CircuitBreakerValidation: XCTestCase {
    func testSeveralFailedProbes() {
        var breaker = CircuitBreaker(threshold: 2, pause: 5)
        breaker.report(success: false, at: 0)
        XCTAssertTrue(breaker.allows(at: 0))
        breaker.report(success: false, at: 0)
        for round in 1...4 {
            XCTAssertFalse(breaker.allows(at: round * 5 - 1))
            XCTAssertTrue(breaker.allows(at: round * 5))
            XCTAssertFalse(breaker.allows(at: round * 5))
            breaker.report(success: false, at: round * 5)
        }
        XCTAssertTrue(breaker.allows(at: 100))
        breaker.report(success: true, at: 101)
        breaker.report(success: false, at: 102)
        XCTAssertTrue(breaker.allows(at: 102))
        breaker.report(success: false, at: 103)
        XCTAssertFalse(breaker.allows(at: 107))
        XCTAssertTrue(breaker.allows(at: 108))
    }

    func testLateReportsWhileOpenDoNotProlong() {
        var breaker = CircuitBreaker(threshold: 1, pause: 10)
        breaker.report(success: false, at: 0)
        breaker.report(success: false, at: 9)
        XCTAssertTrue(breaker.allows(at: 10))
        XCTAssertFalse(breaker.allows(at: 30))
    }
}
