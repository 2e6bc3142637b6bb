import XCTest

@testable import LedgerRunningBalance

final class LedgerTests: XCTestCase {
    func testEmptyLedgerClosesAsItOpened() {
        XCTAssertEqual(Ledger(openingCents: 500).closingCents, 500)
        XCTAssertTrue(Ledger(openingCents: 500).statement().isEmpty)
    }

    func testChangesAreSigned() {
        let ledger = Ledger(
            openingCents: 0,
            entries: [
                LedgerEntry(day: 1, kind: .credit, cents: 300), LedgerEntry(day: 2, kind: .debit, cents: 100),
            ])
        XCTAssertEqual(ledger.statement().map(\.changeCents), [300, -100])
    }

    func testBalanceRuns() {
        let ledger = Ledger(
            openingCents: 100,
            entries: [
                LedgerEntry(day: 1, kind: .credit, cents: 300), LedgerEntry(day: 2, kind: .debit, cents: 150),
            ])
        XCTAssertEqual(ledger.statement().map(\.balanceCents), [400, 250])
    }

    func testEntriesAreSortedByDay() {
        let ledger = Ledger(
            openingCents: 0,
            entries: [
                LedgerEntry(day: 9, kind: .credit, cents: 1), LedgerEntry(day: 2, kind: .credit, cents: 2),
            ])
        XCTAssertEqual(ledger.statement().map(\.day), [2, 9])
    }

    func testNoOverdraft() {
        let ledger = Ledger(openingCents: 10, entries: [LedgerEntry(day: 3, kind: .debit, cents: 10)])
        XCTAssertEqual(ledger.overdraftDays(), [])
    }
}
