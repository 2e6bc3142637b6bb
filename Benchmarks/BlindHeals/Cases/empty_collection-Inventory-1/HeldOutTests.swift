import Testing

@testable import Inventory

@Suite struct HeldOutPick {
    @Test func tooMany() {
        var queue = BatchQueue([Batch("M", expiryDay: 7, quantity: 4)])
        #expect(throws: BatchError.short(by: 3)) { try queue.pick(7) }
        #expect(queue.total == 4)
    }

    @Test func fromNothing() throws {
        var queue = BatchQueue([])
        #expect(throws: BatchError.short(by: 1)) { try queue.pick(1) }
        #expect(try queue.pick(0) == [])
    }

    @Test func exactlyAll() throws {
        var queue = BatchQueue([Batch("M", expiryDay: 7, quantity: 4), Batch("L", expiryDay: 2, quantity: 2)])
        #expect(try queue.pick(6) == ["L", "M"])
        #expect(queue.total == 0)
    }
}
