import XCTest

@testable import ShippingRateTiers

final class RateCardTests: XCTestCase {
    private let card = RateCard(tiers: [
        RateTier(maxGrams: 2000, priceCents: 690),
        RateTier(maxGrams: 500, priceCents: 390),
        RateTier(maxGrams: 10000, priceCents: 1190),
    ])

    func testLightParcelUsesTheCheapestTier() {
        XCTAssertEqual(card.price(grams: 120), 390)
    }

    func testTierIncludesItsUpperBound() {
        XCTAssertEqual(card.price(grams: 500), 390)
    }

    func testParcelBetweenTiers() {
        XCTAssertEqual(card.price(grams: 501), 690)
    }

    func testTooHeavyParcelIsRefused() {
        XCTAssertNil(card.price(grams: 10001))
    }

    func testBulkyParcelPaysSurcharge() {
        XCTAssertEqual(card.price(grams: 100, longestSideCentimetres: 150), 840)
    }
}
