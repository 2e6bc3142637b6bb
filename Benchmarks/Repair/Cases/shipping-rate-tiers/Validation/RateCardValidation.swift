import XCTest

@testable import ShippingRateTiers

final class RateCardValidation: XCTestCase {
    private let card = RateCard(
        tiers: [
            RateTier(maxGrams: 100, priceCents: 100),
            RateTier(maxGrams: 1000, priceCents: 250),
            RateTier(maxGrams: 5000, priceCents: 600),
        ],
        bulkyThresholdCentimetres: 60, bulkySurchargeCents: 99)

    func testEveryUpperBound() {
        XCTAssertEqual(card.price(grams: 100), 100)
        XCTAssertEqual(card.price(grams: 1000), 250)
        XCTAssertEqual(card.price(grams: 5000), 600)
    }

    func testJustAboveEveryUpperBound() {
        XCTAssertEqual(card.price(grams: 101), 250)
        XCTAssertEqual(card.price(grams: 1001), 600)
        XCTAssertNil(card.price(grams: 5001))
    }

    func testSmallestAndInvalidWeights() {
        XCTAssertEqual(card.price(grams: 1), 100)
        XCTAssertNil(card.price(grams: 0))
        XCTAssertNil(card.price(grams: -5))
    }

    func testSurchargeOnlyAboveThreshold() {
        XCTAssertEqual(card.price(grams: 99, longestSideCentimetres: 60), 100)
        XCTAssertEqual(card.price(grams: 99, longestSideCentimetres: 61), 199)
        XCTAssertEqual(card.price(grams: 5000, longestSideCentimetres: 61), 699)
    }

    func testEmptyCardRefuses() {
        XCTAssertNil(RateCard(tiers: []).price(grams: 1))
    }
}
