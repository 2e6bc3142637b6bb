import XCTest

@testable import CircuitBreakerProbe

final class CircuitBreakerTests: XCTestCase {
    private func opened() -> CircuitBreaker {
        var breaker = CircuitBreaker(threshold: 3, pause: 10)
        for _ in 0..<3 { breaker.report(success: false, at: 0) }
        return breaker
    }

    func testOpensAfterFailures() {
        var breaker = opened()
        XCTAssertFalse(breaker.allows(at: 5))
    }

    func testSuccessResetsTheCount() {
        var breaker = CircuitBreaker(threshold: 2, pause: 10)
        for success in [false, true, false] { breaker.report(success: success, at: 0) }
        XCTAssertTrue(breaker.allows(at: 1))
    }

    func testOnlyOneProbe() {
        var breaker = opened()
        XCTAssertTrue(breaker.allows(at: 10))
        XCTAssertFalse(breaker.allows(at: 10))
    }

    func testFailedProbeOpensAgain() {
        var breaker = opened()
        XCTAssertTrue(breaker.allows(at: 10))
        breaker.report(success: false, at: 11)
        XCTAssertFalse(breaker.allows(at: 12))
        XCTAssertTrue(breaker.allows(at: 21))
    }

    func testGoodProbeCloses() {
        var breaker = opened()
        XCTAssertTrue(breaker.allows(at: 10))
        breaker.report(success: true, at: 11)
        XCTAssertTrue(breaker.allows(at: 11))
        XCTAssertTrue(breaker.allows(at: 11))
    }
}
