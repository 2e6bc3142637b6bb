import Testing

@testable import Inventory

@Suite struct HeldOutLedger {
    @Test func inAndOut() throws {
        let cap = SKU(family: "CAP", serial: 1)
        let ledger = StockLedger(counts: [(cap, 2)])
        try ledger.receive(5, of: cap)
        try ledger.withdraw(6, of: cap)
        #expect(ledger.quantity(of: cap) == 1)
    }

    @Test func refused() {
        let cap = SKU(family: "CAP", serial: 1)
        let ledger = StockLedger(counts: [(cap, 2)])
        #expect(throws: StockError.insufficient(missing: 7)) { try ledger.withdraw(9, of: cap) }
    }
}
