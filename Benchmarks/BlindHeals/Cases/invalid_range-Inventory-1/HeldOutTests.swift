import Testing

@testable import Inventory

@Suite struct HeldOutExpiring {
    @Test func swappedDays() {
        let queue = BatchQueue([Batch("M", expiryDay: 7, quantity: 1)])
        #expect(queue.expiring(from: 8, through: 7) == [])
        #expect(queue.expiring(from: 90, through: -90) == [])
    }

    @Test func singleDay() {
        let queue = BatchQueue([Batch("M", expiryDay: 7, quantity: 1)])
        #expect(queue.expiring(from: 7, through: 7) == ["M"])
    }

    @Test func noBatches() {
        #expect(BatchQueue([]).expiring(from: 3, through: 2) == [])
        #expect(BatchQueue([]).expiring(from: 2, through: 3) == [])
    }
}
