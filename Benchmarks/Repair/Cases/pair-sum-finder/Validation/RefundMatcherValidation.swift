import XCTest

@testable import PairSumFinder

final class RefundMatcherValidation: XCTestCase {
    func testAgreesWithAllPairs() {
        let amounts = [3, 8, 1, 14, 8, 22, 5, -2]
        let matcher = RefundMatcher(amounts: amounts)
        for refund in -5...45 {
            var best: PaymentPair?
            var count = 0
            for i in amounts.indices {
                for j in amounts.indices where i < j {
                    let small = min(amounts[i], amounts[j])
                    let large = max(amounts[i], amounts[j])
                    if small + large <= refund { count += 1 }
                    if small + large == refund, best.map({ small < $0.small }) ?? true {
                        best = PaymentPair(small: small, large: large)
                    }
                }
            }
            XCTAssertEqual(matcher.pair(summingTo: refund), best, "\(refund)")
            XCTAssertEqual(matcher.pairCount(upTo: refund), count, "\(refund)")
        }
    }

    func testEmptyAndSingle() {
        XCTAssertNil(RefundMatcher(amounts: []).pair(summingTo: 0))
        XCTAssertNil(RefundMatcher(amounts: [4]).pair(summingTo: 8))
        XCTAssertEqual(RefundMatcher(amounts: []).pairCount(upTo: 9), 0)
    }

    func testEqualAmounts() {
        let matcher = RefundMatcher(amounts: [7, 7, 7])
        XCTAssertEqual(matcher.pair(summingTo: 14), PaymentPair(small: 7, large: 7))
        XCTAssertNil(matcher.pair(summingTo: 13))
        XCTAssertNil(matcher.pair(summingTo: 15))
        XCTAssertEqual(matcher.pairCount(upTo: 14), 3)
    }
}
