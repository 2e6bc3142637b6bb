import XCTest

@testable import InvoiceTotals

final class InvoiceValidation: XCTestCase {
    private func line(_ quantity: Int, _ cents: Int, _ vat: Int, _ discount: Int = 0) -> InvoiceLine {
        InvoiceLine(
            description: "", quantity: quantity, unitCents: cents, vatPercent: vat, discountPercent: discount)
    }

    func testFullDiscount() {
        XCTAssertEqual(
            Invoice(lines: [line(3, 999, 19, 100)]).totals(),
            InvoiceTotals(netCents: 0, vatCentsByRate: [19: 0]))
    }

    func testMixture() {
        let totals = Invoice(lines: [line(2, 500, 19, 25), line(1, 100, 7), line(4, 250, 19)]).totals()
        XCTAssertEqual(totals.netCents, 1850)
        XCTAssertEqual(totals.vatCentsByRate, [19: 333, 7: 7])
        XCTAssertEqual(totals.grossCents, 2190)
    }

    func testVatIsRoundedPerRate() {
        XCTAssertEqual(Invoice(lines: [line(1, 5, 10), line(1, 5, 10)]).totals().vatCentsByRate, [10: 1])
        XCTAssertEqual(Invoice(lines: [line(1, 4, 10)]).totals().vatCentsByRate, [10: 0])
        XCTAssertEqual(Invoice(lines: [line(1, 5, 10)]).totals().vatCentsByRate, [10: 1])
    }

    func testQuantitiesAndZeroRate() {
        let totals = Invoice(lines: [line(0, 500, 0), line(10, 33, 0, 50)]).totals()
        XCTAssertEqual(totals.netCents, 165)
        XCTAssertEqual(totals.grossCents, 165)
    }

    func testLineNumbers() {
        XCTAssertEqual(line(3, 100, 0, 33).netCents, 201)
        XCTAssertEqual(line(3, 100, 0, 33).listCents, 300)
    }
}
