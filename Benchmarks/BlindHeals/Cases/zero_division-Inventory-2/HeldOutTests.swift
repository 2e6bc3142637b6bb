import Testing

@testable import Inventory

@Suite struct HeldOutOrderQuantity {
    @Test func lotOfNothing() {
        #expect(Replenishment.orderQuantity(stock: 7, target: 20, lot: 0) == 13)
        #expect(Replenishment.orderQuantity(stock: 20, target: 7, lot: 0) == 0)
    }

    @Test func negativeLot() {
        #expect(Replenishment.orderQuantity(stock: 7, target: 20, lot: -4) == 13)
    }

    @Test func wholeLots() {
        #expect(Replenishment.orderQuantity(stock: 7, target: 20, lot: 5) == 15)
        #expect(Replenishment.orderQuantity(stock: 0, target: 20, lot: 20) == 20)
    }
}
