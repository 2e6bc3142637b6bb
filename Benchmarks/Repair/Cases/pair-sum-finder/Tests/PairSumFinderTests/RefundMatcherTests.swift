import XCTest

@testable import PairSumFinder

final class RefundMatcherTests: XCTestCase {
    private let matcher = RefundMatcher(amounts: [40, 10, 25, 60])

    func testPairOfTheExtremes() {
        XCTAssertEqual(matcher.pair(summingTo: 70), PaymentPair(small: 10, large: 60))
    }

    func testPairAboveTheFirstSum() {
        XCTAssertEqual(matcher.pair(summingTo: 100), PaymentPair(small: 40, large: 60))
    }

    func testPairBelowTheFirstSum() {
        XCTAssertEqual(matcher.pair(summingTo: 35), PaymentPair(small: 10, large: 25))
    }

    func testPairCount() {
        XCTAssertEqual(matcher.pairCount(upTo: 65), 3)
    }

    func testTooFewPayments() {
        XCTAssertNil(RefundMatcher(amounts: [5]).pair(summingTo: 10))
    }
}
