import XCTest

@testable import ProductReviewAverage

final class ReviewSummaryTests: XCTestCase {
    private let summary = ReviewSummary(reviews: [
        Review(product: "kettle", stars: 5), Review(product: "kettle", stars: 4),
        Review(product: "toaster", stars: 2), Review(product: "kettle", stars: 4),
    ])

    func testAverage() {
        XCTAssertEqual(summary.averageTenths(of: "kettle"), 43)
    }

    func testDistribution() {
        XCTAssertEqual(summary.distribution(of: "kettle"), [0, 0, 0, 2, 1])
    }

    func testDistributionWithoutReviews() {
        XCTAssertEqual(summary.distribution(of: "lamp"), [0, 0, 0, 0, 0])
    }

    func testRanking() {
        XCTAssertEqual(summary.ranking(of: ["toaster", "kettle"]), ["kettle", "toaster"])
    }

    func testProductsWithoutReviewsRankLast() {
        XCTAssertEqual(summary.ranking(of: ["lamp", "toaster", "kettle"]), ["kettle", "toaster", "lamp"])
    }
}
