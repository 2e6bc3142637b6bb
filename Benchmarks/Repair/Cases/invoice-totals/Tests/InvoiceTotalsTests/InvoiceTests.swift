import XCTest

@testable import InvoiceTotals

final class InvoiceTests: XCTestCase {
    func testOneLine() {
        let invoice = Invoice(lines: [
            InvoiceLine(description: "Desk", quantity: 2, unitCents: 10000, vatPercent: 20)
        ])
        XCTAssertEqual(invoice.totals(), InvoiceTotals(netCents: 20000, vatCentsByRate: [20: 4000]))
    }

    func testDiscount() {
        let invoice = Invoice(lines: [
            InvoiceLine(
                description: "Lamp", quantity: 1, unitCents: 5000, vatPercent: 20, discountPercent: 10)
        ])
        XCTAssertEqual(invoice.totals().grossCents, 5400)
    }

    func testRatesAreKeptApart() {
        let invoice = Invoice(lines: [
            InvoiceLine(description: "Book", quantity: 1, unitCents: 1000, vatPercent: 7),
            InvoiceLine(description: "Pen", quantity: 1, unitCents: 1000, vatPercent: 19),
        ])
        XCTAssertEqual(invoice.totals().vatCentsByRate, [7: 70, 19: 190])
    }

    func testEmptyInvoice() {
        XCTAssertEqual(Invoice(lines: []).totals().grossCents, 0)
    }
}
