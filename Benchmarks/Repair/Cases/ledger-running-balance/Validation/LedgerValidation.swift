import XCTest

@testable import LedgerRunningBalance

final class LedgerValidation: XCTestCase {
    private let ledger = Ledger(
        openingCents: 1000,
        entries: [
            LedgerEntry(day: 5, kind: .debit, cents: 1200), LedgerEntry(day: 2, kind: .credit, cents: 50),
            LedgerEntry(day: 5, kind: .credit, cents: 400), LedgerEntry(day: 7, kind: .debit, cents: 300),
        ])

    func testStatement() {
        XCTAssertEqual(
            ledger.statement(),
            [
                StatementLine(day: 2, changeCents: 50, balanceCents: 1050),
                StatementLine(day: 5, changeCents: -1200, balanceCents: -150),
                StatementLine(day: 5, changeCents: 400, balanceCents: 250),
                StatementLine(day: 7, changeCents: -300, balanceCents: -50),
            ])
    }

    func testClosing() {
        XCTAssertEqual(ledger.closingCents, -50)
        XCTAssertEqual(Ledger(openingCents: -7).closingCents, -7)
    }

    func testOverdrafts() {
        XCTAssertEqual(ledger.overdraftDays(), [5, 7])
        XCTAssertEqual(Ledger(openingCents: -7).overdraftDays(), [])
        let recovering = Ledger(openingCents: -100, entries: [LedgerEntry(day: 1, kind: .credit, cents: 100)])
        XCTAssertEqual(recovering.overdraftDays(), [])
    }

    func testBalancesAreConsistent() {
        let many = Ledger(
            openingCents: 3,
            entries: (0..<30).map {
                LedgerEntry(day: $0 % 5, kind: $0 % 3 == 0 ? .debit : .credit, cents: $0)
            })
        var expected = 3
        for line in many.statement() {
            expected += line.changeCents
            XCTAssertEqual(line.balanceCents, expected)
        }
        XCTAssertEqual(many.closingCents, expected)
    }
}
