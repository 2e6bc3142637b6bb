import Testing

@testable import Inventory

@Suite struct HeldOutWithdraw {
    @Test func moreThanThereIs() {
        let cap = SKU(family: "CAP", serial: 1)
        let ledger = StockLedger(counts: [(cap, 8)])
        #expect(throws: StockError.insufficient(missing: 2)) { try ledger.withdraw(10, of: cap) }
        #expect(throws: StockError.insufficient(missing: 92)) { try ledger.withdraw(100, of: cap) }
        #expect(ledger.quantity(of: cap) == 8)
    }

    @Test func soldOut() throws {
        let cap = SKU(family: "CAP", serial: 1)
        let ledger = StockLedger(counts: [(cap, 0)])
        #expect(throws: StockError.insufficient(missing: 3)) { try ledger.withdraw(3, of: cap) }
        try ledger.withdraw(0, of: cap)
    }

    @Test func enough() throws {
        let cap = SKU(family: "CAP", serial: 1)
        let ledger = StockLedger(counts: [(cap, 8)])
        try ledger.withdraw(8, of: cap)
        #expect(ledger.quantity(of: cap) == 0)
    }
}
