import XCTest

@testable import ProductReviewAverage

final class ReviewSummaryValidation: XCTestCase {
    func testNoReviewsAtAll() {
        let summary = ReviewSummary(reviews: [])
        XCTAssertEqual(summary.averageTenths(of: "x"), 0)
        XCTAssertEqual(summary.ranking(of: ["b", "c", "a"]), ["a", "b", "c"])
        XCTAssertEqual(summary.distribution(of: "x").reduce(0, +), 0)
    }

    func testAverages() {
        func tenths(_ stars: [Int]) -> Int {
            ReviewSummary(reviews: stars.map { Review(product: "p", stars: $0) }).averageTenths(of: "p")
        }
        XCTAssertEqual(tenths([1]), 10)
        XCTAssertEqual(tenths([5, 5, 5]), 50)
        XCTAssertEqual(tenths([1, 2]), 15)
        XCTAssertEqual(tenths([3, 3, 5]), 36)
        XCTAssertEqual(tenths([]), 0)
        XCTAssertEqual(tenths([0, 0]), 0)
    }

    func testOneReviewedAmongMany() {
        let summary = ReviewSummary(reviews: [Review(product: "m", stars: 1)])
        XCTAssertEqual(summary.ranking(of: ["z", "m", "a"]), ["m", "a", "z"])
        XCTAssertEqual(summary.averageTenths(of: "m"), 10)
        XCTAssertEqual(summary.averageTenths(of: "z"), 0)
        XCTAssertEqual(summary.ranking(of: []), [])
    }

    func testOddStarsAreNotCounted() {
        let summary = ReviewSummary(reviews: [Review(product: "m", stars: 9), Review(product: "m", stars: 5)])
        XCTAssertEqual(summary.distribution(of: "m"), [0, 0, 0, 0, 1])
    }
}
