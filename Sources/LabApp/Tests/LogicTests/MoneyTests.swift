import Logic
import XCTest

final class MoneyTests: XCTestCase {
    func testALineIsPriceTimesQuantity() throws {
        XCTAssertEqual(try Money.lineTotal(unitCents: 250, quantity: 4), 1000)
        XCTAssertEqual(try Money.lineTotal(unitCents: 99, quantity: 0), 0)
    }

    func testALineTooLargeIsRefused() {
        XCTAssertThrowsError(try Money.lineTotal(unitCents: Int.max, quantity: 2)) {
            XCTAssertEqual($0 as? MoneyError, .tooLarge)
        }
        XCTAssertThrowsError(try Money.lineTotal(unitCents: Int.max / 2, quantity: 3)) {
            XCTAssertEqual($0 as? MoneyError, .tooLarge)
        }
    }

    func testATotalAddsEveryLine() throws {
        XCTAssertEqual(try Money.total([100, 250, -50]), 300)
        XCTAssertEqual(try Money.total([]), 0)
    }

    func testATotalTooLargeIsRefused() {
        XCTAssertThrowsError(try Money.total([Int.max, 1])) {
            XCTAssertEqual($0 as? MoneyError, .tooLarge)
        }
        XCTAssertThrowsError(try Money.total([1, Int.max, 5])) {
            XCTAssertEqual($0 as? MoneyError, .tooLarge)
        }
    }

    func testAnAmountIsRoundedToCents() throws {
        XCTAssertEqual(try Money.cents(from: 12.34), 1234)
        XCTAssertEqual(try Money.cents(from: -0.019), -2)
    }

    func testAnAmountMustBeANumber() {
        XCTAssertThrowsError(try Money.cents(from: Double.nan)) {
            XCTAssertEqual($0 as? MoneyError, .notAnAmount)
        }
        XCTAssertThrowsError(try Money.cents(from: Double.infinity)) {
            XCTAssertEqual($0 as? MoneyError, .notAnAmount)
        }
    }

    func testAnAmountMustFit() {
        XCTAssertThrowsError(try Money.cents(from: 1e30)) {
            XCTAssertEqual($0 as? MoneyError, .tooLarge)
        }
        XCTAssertThrowsError(try Money.cents(from: -5e18)) {
            XCTAssertEqual($0 as? MoneyError, .tooLarge)
        }
    }

    func testASplitLosesNoCent() {
        XCTAssertEqual(Money.split(1000, into: 3), [334, 333, 333])
        XCTAssertEqual(Money.split(10, into: 2), [5, 5])
    }

    func testASplitNeedsSomeone() {
        XCTAssertEqual(Money.split(1000, into: 0), [])
        XCTAssertEqual(Money.split(500, into: -2), [])
    }

    func testADebtIsNotSplit() {
        XCTAssertEqual(Money.split(-10, into: 3), [])
        XCTAssertEqual(Money.split(-7, into: 2), [])
    }

    func testAUnitPriceIsRoundedTowardsZero() {
        XCTAssertEqual(Money.unitPrice(totalCents: 1000, quantity: 3), 333)
        XCTAssertEqual(Money.unitPrice(totalCents: 500, quantity: 1), 500)
    }

    func testNothingBoughtHasNoUnitPrice() {
        XCTAssertEqual(Money.unitPrice(totalCents: 1000, quantity: 0), 0)
        XCTAssertEqual(Money.unitPrice(totalCents: 45, quantity: 0), 0)
    }

    func testEntriesOfACurrencyAreAddedUp() {
        XCTAssertEqual(Money.totals([("EUR", 5), ("USD", 1), ("EUR", 7)]), ["EUR": 12, "USD": 1])
        XCTAssertEqual(Money.totals([("CHF", 20), ("CHF", -20)]), ["CHF": 0])
    }

    func testAnAmountIsWrittenWithTwoDecimals() {
        XCTAssertEqual(Money.text(1234), "12.34")
        XCTAssertEqual(Money.text(-5), "-0.05")
        XCTAssertEqual(Money.text(300), "3.00")
    }
}
