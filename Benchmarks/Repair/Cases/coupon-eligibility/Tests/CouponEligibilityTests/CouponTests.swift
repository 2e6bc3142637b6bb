import XCTest

@testable import CouponEligibility

final class CouponTests: XCTestCase {
    private func order(_ cents: Int, day: Int = 10, by customer: String = "ann") -> Order {
        Order(customer: customer, subtotalCents: cents, placedOnDay: day)
    }

    func testPercentage() {
        var coupon = Coupon(code: "TEN", kind: .percent(10), minimumCents: 2000, lastDay: 30)
        XCTAssertEqual(coupon.redeem(for: order(5000)), 500)
    }

    func testSmallOrdersDoNotQualify() {
        var coupon = Coupon(code: "TEN", kind: .percent(10), minimumCents: 2000, lastDay: 30)
        XCTAssertEqual(coupon.redeem(for: order(1999)), 0)
    }

    func testOncePerCustomer() {
        var coupon = Coupon(code: "FIVE", kind: .amount(cents: 500), minimumCents: 0, lastDay: 30)
        XCTAssertEqual(coupon.redeem(for: order(3000)), 500)
        XCTAssertEqual(coupon.redeem(for: order(3000)), 0)
        XCTAssertEqual(coupon.redeem(for: order(3000, by: "bob")), 500)
    }

    func testExpiredCoupon() {
        var coupon = Coupon(code: "FIVE", kind: .amount(cents: 500), minimumCents: 0, lastDay: 9)
        XCTAssertEqual(coupon.redeem(for: order(3000)), 0)
    }
}
