import XCTest

@testable import PayslipDeductions

final class PayslipTests: XCTestCase {
    private let table = TaxTable([
        TaxBracket(from: 1000, percent: 10), TaxBracket(from: 3000, percent: 40),
    ])

    func testTaxStartsAboveTheFirstBracket() {
        XCTAssertEqual(table.tax(on: 1000), 0)
        XCTAssertEqual(table.tax(on: 2000), 100)
    }

    func testHigherBracket() {
        XCTAssertEqual(table.tax(on: 4000), 600)
    }

    func testPayslipWithoutPension() {
        let calculator = PayslipCalculator(table: table, pensionPercent: 0)
        XCTAssertEqual(calculator.payslip(gross: 2000), Payslip(gross: 2000, pension: 0, tax: 100))
    }

    func testPensionLowersTheTax() {
        let calculator = PayslipCalculator(table: table, pensionPercent: 10)
        let payslip = calculator.payslip(gross: 4000)
        XCTAssertEqual(payslip.pension, 400)
        XCTAssertEqual(payslip.net, 3160)
    }

    func testYear() {
        let calculator = PayslipCalculator(table: table, pensionPercent: 0)
        XCTAssertEqual(
            calculator.year(startingAt: 1000, monthlyRaisePercent: 0).map(\.net).reduce(0, +), 12000)
    }
}
