import Testing

@testable import Inventory

@Suite struct HeldOutRecentMovements {
    @Test func negativeCounts() throws {
        let ledger = StockLedger()
        try ledger.receive(1, of: SKU(family: "CAP", serial: 1))
        #expect(ledger.recentMovements(-1) == [])
        #expect(ledger.recentMovements(-50) == [])
    }

    @Test func emptyJournal() {
        #expect(StockLedger().recentMovements(-3) == [])
        #expect(StockLedger().recentMovements(3) == [])
    }

    @Test func latest() throws {
        let ledger = StockLedger()
        try ledger.receive(1, of: SKU(family: "CAP", serial: 1))
        try ledger.receive(2, of: SKU(family: "CAP", serial: 1))
        try ledger.receive(3, of: SKU(family: "CAP", serial: 1))
        #expect(ledger.recentMovements(2).map(\.change) == [2, 3])
    }
}
