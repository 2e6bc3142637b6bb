import Testing

@testable import Inventory

@Suite struct HeldOutJournal {
    @Test func withdrawal() throws {
        let cap = SKU(family: "CAP", serial: 1)
        let ledger = StockLedger(counts: [(cap, 50)])
        try ledger.withdraw(13, of: cap)
        #expect(ledger.movement(0) == Movement(item: cap, change: -13))
    }

    @Test func order() throws {
        let cap = SKU(family: "CAP", serial: 1)
        let ledger = StockLedger()
        try ledger.receive(20, of: cap)
        try ledger.withdraw(1, of: cap)
        try ledger.withdraw(2, of: cap)
        #expect(ledger.recentMovements(9).map(\.change) == [20, -1, -2])
    }
}
