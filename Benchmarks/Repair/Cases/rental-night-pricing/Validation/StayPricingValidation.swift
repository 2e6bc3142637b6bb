import XCTest

@testable import RentalNightPricing

final class StayPricingValidation: XCTestCase {
    private let pricing = StayPricing(nightCents: 100, weekendNightCents: 150, longStayNights: 5)

    func testWeek() {
        XCTAssertEqual(pricing.price(arrival: 0, departure: 4), 400)
        XCTAssertEqual(pricing.price(arrival: 3, departure: 5), 250)
        XCTAssertEqual(pricing.price(arrival: 5, departure: 7), 250)
        XCTAssertEqual(pricing.price(arrival: 6, departure: 7), 100)
    }

    func testLongStays() {
        XCTAssertEqual(pricing.price(arrival: 0, departure: 5), 495)
        XCTAssertEqual(pricing.price(arrival: 0, departure: 7), 720)
        XCTAssertEqual(pricing.price(arrival: 7, departure: 14), 720)
        XCTAssertEqual(pricing.price(arrival: 2, departure: 6), 500)
    }

    func testSplitStaysAddUp() {
        let plain = StayPricing(nightCents: 70, weekendNightCents: 90, longStayNights: 99)
        for middle in 1..<20 {
            let first = plain.price(arrival: 0, departure: middle) ?? 0
            let second = plain.price(arrival: middle, departure: 20) ?? 0
            XCTAssertEqual(first + second, plain.price(arrival: 0, departure: 20))
        }
    }

    func testInvalid() {
        XCTAssertNil(pricing.price(arrival: -1, departure: 2))
        XCTAssertNil(pricing.price(arrival: 9, departure: 9))
    }
}
