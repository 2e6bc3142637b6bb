import Testing

@testable import Inventory

@Suite struct HeldOutDeliveryDays {
    @Test func noInterval() {
        #expect(Replenishment.deliveryDays(from: 0, through: 5, every: 0) == [])
        #expect(Replenishment.deliveryDays(from: 9, through: 9, every: 0) == [])
    }

    @Test func negativeInterval() {
        #expect(Replenishment.deliveryDays(from: 0, through: 5, every: -1) == [])
    }

    @Test func interval() {
        #expect(Replenishment.deliveryDays(from: 0, through: 5, every: 2) == [0, 2, 4])
        #expect(Replenishment.deliveryDays(from: 3, through: 3, every: 9) == [3])
    }
}
