import XCTest

@testable import Inventory

final class StockLedgerTests: XCTestCase {
    private let bolt = SKU(family: "BOLT", serial: 42)
    private let nut = SKU(family: "NUT", serial: 7)

    func testOpeningCounts() {
        let ledger = StockLedger(counts: [(bolt, 5), (nut, 2)])
        XCTAssertEqual(ledger.quantity(of: bolt), 5)
        XCTAssertEqual(ledger.quantity(of: nut), 2)
    }

    func testOpeningCountsOfTheSameItemAddUp() {
        XCTAssertEqual(StockLedger(counts: [(bolt, 5), (bolt, 4)]).quantity(of: bolt), 9)
        XCTAssertEqual(StockLedger(counts: [(nut, 1), (bolt, 3), (nut, 1)]).quantity(of: nut), 2)
    }

    func testUnknownItemHasNoStock() {
        XCTAssertEqual(StockLedger().quantity(of: bolt), 0)
        XCTAssertEqual(StockLedger(counts: [(bolt, 5)]).quantity(of: nut), 0)
    }

    func testReceive() throws {
        let ledger = StockLedger(counts: [(bolt, 5)])
        try ledger.receive(10, of: bolt)
        try ledger.receive(3, of: nut)
        XCTAssertEqual(ledger.quantity(of: bolt), 15)
        XCTAssertEqual(ledger.quantity(of: nut), 3)
    }

    func testReceiveTooMuch() throws {
        let ledger = StockLedger(counts: [(bolt, UInt.max), (nut, UInt.max - 5)])
        XCTAssertThrowsError(try ledger.receive(1, of: bolt)) {
            XCTAssertEqual($0 as? StockError, .tooMuch)
        }
        XCTAssertThrowsError(try ledger.receive(6, of: nut)) {
            XCTAssertEqual($0 as? StockError, .tooMuch)
        }
    }

    func testWithdraw() throws {
        let ledger = StockLedger(counts: [(bolt, 5)])
        try ledger.withdraw(3, of: bolt)
        XCTAssertEqual(ledger.quantity(of: bolt), 2)
        try ledger.withdraw(2, of: bolt)
        XCTAssertEqual(ledger.quantity(of: bolt), 0)
    }

    func testWithdrawMoreThanThereIs() {
        let ledger = StockLedger(counts: [(bolt, 5)])
        XCTAssertThrowsError(try ledger.withdraw(6, of: bolt)) {
            XCTAssertEqual($0 as? StockError, .insufficient(missing: 1))
        }
        XCTAssertThrowsError(try ledger.withdraw(25, of: bolt)) {
            XCTAssertEqual($0 as? StockError, .insufficient(missing: 20))
        }
        XCTAssertEqual(ledger.quantity(of: bolt), 5)
    }

    func testWithdrawUnknownItem() {
        let ledger = StockLedger(counts: [(bolt, 5)])
        XCTAssertThrowsError(try ledger.withdraw(1, of: nut)) {
            XCTAssertEqual($0 as? StockError, .unknownItem(self.nut))
        }
    }

    func testShortfall() {
        let ledger = StockLedger(counts: [(bolt, 5)])
        XCTAssertEqual(ledger.shortfall(of: bolt, demand: 8), 3)
        XCTAssertEqual(ledger.shortfall(of: nut, demand: 4), 4)
    }

    func testNoShortfallWhenStockCoversDemand() {
        let ledger = StockLedger(counts: [(bolt, 5)])
        XCTAssertEqual(ledger.shortfall(of: bolt, demand: 5), 0)
        XCTAssertEqual(ledger.shortfall(of: bolt, demand: 1), 0)
    }

    func testRecentMovements() throws {
        let ledger = StockLedger()
        try ledger.receive(10, of: bolt)
        try ledger.withdraw(4, of: bolt)
        XCTAssertEqual(ledger.recentMovements(1), [Movement(item: bolt, change: -4)])
        XCTAssertEqual(ledger.recentMovements(5).map(\.change), [10, -4])
        XCTAssertEqual(ledger.recentMovements(0), [])
        XCTAssertEqual(ledger.recentMovements(-2), [])
    }

    func testStrikeLast() throws {
        let ledger = StockLedger()
        try ledger.receive(10, of: bolt)
        XCTAssertEqual(ledger.strikeLast()?.change, 10)
        XCTAssertNil(ledger.strikeLast())
        XCTAssertEqual(ledger.quantity(of: bolt), 10)
    }

    func testMovementByPosition() throws {
        let ledger = StockLedger()
        try ledger.receive(1, of: bolt)
        try ledger.receive(2, of: bolt)
        XCTAssertEqual(ledger.movement(1)?.change, 2)
        XCTAssertNil(ledger.movement(2))
        XCTAssertNil(ledger.movement(-1))
    }
}
