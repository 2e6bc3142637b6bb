import Testing

@testable import Inventory

@Suite struct HeldOutQuantity {
    @Test func unseenItem() {
        let ledger = StockLedger(counts: [(SKU(family: "CAP", serial: 1), 8)])
        #expect(ledger.quantity(of: SKU(family: "CAP", serial: 2)) == 0)
        #expect(ledger.quantity(of: SKU(family: "HAT", serial: 1)) == 0)
    }

    @Test func firstDelivery() throws {
        let ledger = StockLedger()
        try ledger.receive(6, of: SKU(family: "HAT", serial: 9))
        #expect(ledger.quantity(of: SKU(family: "HAT", serial: 9)) == 6)
    }

    @Test func shortfallOfAnUnseenItem() {
        #expect(StockLedger().shortfall(of: SKU(family: "HAT", serial: 9), demand: 11) == 11)
    }
}
