import XCTest

@testable import PayslipDeductions

final class PayslipValidation: XCTestCase {
    private let calculator = PayslipCalculator(
        table: TaxTable([
            TaxBracket(from: 5000, percent: 50), TaxBracket(from: 0, percent: 10),
            TaxBracket(from: 2000, percent: 20),
        ]),
        pensionPercent: 5)

    func testTaxTable() {
        XCTAssertEqual(calculator.table.tax(on: 0), 0)
        XCTAssertEqual(calculator.table.tax(on: 2000), 200)
        XCTAssertEqual(calculator.table.tax(on: 2001), 200)
        XCTAssertEqual(calculator.table.tax(on: 5000), 800)
        XCTAssertEqual(calculator.table.tax(on: 6000), 1300)
        XCTAssertEqual(TaxTable([]).tax(on: 9999), 0)
    }

    func testPayslips() {
        XCTAssertEqual(calculator.payslip(gross: 1000), Payslip(gross: 1000, pension: 50, tax: 95))
        XCTAssertEqual(calculator.payslip(gross: 2000), Payslip(gross: 2000, pension: 100, tax: 190))
        XCTAssertEqual(calculator.payslip(gross: 6000), Payslip(gross: 6000, pension: 300, tax: 1150))
        XCTAssertEqual(calculator.payslip(gross: 6000).net, 4550)
        XCTAssertEqual(calculator.payslip(gross: 0).net, 0)
    }

    func testAllIntoThePension() {
        let all = PayslipCalculator(table: calculator.table, pensionPercent: 100)
        XCTAssertEqual(all.payslip(gross: 3000), Payslip(gross: 3000, pension: 3000, tax: 0))
    }

    func testRaises() {
        let year = calculator.year(startingAt: 100, monthlyRaisePercent: 100)
        XCTAssertEqual(year.map(\.gross), (0..<12).map { 100 << $0 })
        XCTAssertEqual(year[1].tax, 19)
    }
}
