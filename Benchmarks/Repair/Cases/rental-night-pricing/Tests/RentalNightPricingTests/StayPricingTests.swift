import XCTest

@testable import RentalNightPricing

final class StayPricingTests: XCTestCase {
    private let pricing = StayPricing(nightCents: 8000, weekendNightCents: 10000)

    func testOneNight() {
        XCTAssertEqual(pricing.price(arrival: 0, departure: 1), 8000)
    }

    func testWeekend() {
        XCTAssertEqual(pricing.price(arrival: 4, departure: 6), 20000)
    }

    func testWeekendNights() {
        XCTAssertEqual(pricing.price(ofNight: 11), 10000)
        XCTAssertEqual(pricing.price(ofNight: 13), 8000)
    }

    func testNoStay() {
        XCTAssertNil(pricing.price(arrival: 3, departure: 3))
        XCTAssertNil(pricing.price(arrival: 3, departure: 2))
    }
}
