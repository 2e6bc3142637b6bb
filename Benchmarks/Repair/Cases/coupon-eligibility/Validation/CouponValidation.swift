import XCTest

@testable import CouponEligibility

final class CouponValidation: XCTestCase {
    private func order(_ cents: Int, day: Int = 10, by customer: String = "ann") -> Order {
        Order(customer: customer, subtotalCents: cents, placedOnDay: day)
    }

    func testMinimumIsInclusive() {
        let coupon = Coupon(code: "A", kind: .percent(20), minimumCents: 1000, lastDay: 10)
        XCTAssertTrue(coupon.isApplicable(to: order(1000)))
        XCTAssertTrue(coupon.isApplicable(to: order(1001)))
        XCTAssertFalse(coupon.isApplicable(to: order(999)))
        XCTAssertFalse(coupon.isApplicable(to: order(0)))
    }

    func testLastDayIsInclusive() {
        let coupon = Coupon(code: "A", kind: .percent(20), minimumCents: 0, lastDay: 10)
        XCTAssertTrue(coupon.isApplicable(to: order(1, day: 10)))
        XCTAssertFalse(coupon.isApplicable(to: order(1, day: 11)))
    }

    func testRefusedOrderDoesNotUseTheCouponUp() {
        var coupon = Coupon(code: "A", kind: .percent(50), minimumCents: 1000, lastDay: 10)
        XCTAssertEqual(coupon.redeem(for: order(500)), 0)
        XCTAssertTrue(coupon.redeemedBy.isEmpty)
        XCTAssertEqual(coupon.redeem(for: order(1500)), 750)
        XCTAssertEqual(coupon.redeemedBy, ["ann"])
    }

    func testAmountNeverExceedsTheOrder() {
        var coupon = Coupon(code: "A", kind: .amount(cents: 900), minimumCents: 100, lastDay: 10)
        XCTAssertEqual(coupon.redeem(for: order(400)), 400)
        XCTAssertEqual(coupon.redeem(for: order(99, by: "bob")), 0)
        XCTAssertEqual(coupon.redeem(for: order(100, by: "bob")), 100)
    }
}
