import Testing

@testable import Inventory

@Suite struct HeldOutShelfLife {
    @Test func mean() {
        let queue = BatchQueue([Batch("M", expiryDay: 7, quantity: 4), Batch("L", expiryDay: 2, quantity: 2)])
        #expect(queue.meanShelfLife(on: 1) == 3)
        #expect(queue.meanShelfLife(on: 4) == 0)
    }

    @Test func none() {
        #expect(BatchQueue([]).meanShelfLife(on: 77) == nil)
    }
}
