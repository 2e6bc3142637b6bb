import Logic
import Testing

@Suite struct HeldOutBatch {
    @Test func a_negative_limit() {
        var queue = WorkQueue(["a", "b", "c"])
        #expect(queue.nextBatch(limit: -2) == [])
        #expect(queue.nextBatch(limit: -100) == [])
        #expect(queue.count == 3)
    }

    @Test func a_limit_of_zero() {
        var queue = WorkQueue([4])
        #expect(queue.nextBatch(limit: 0) == [])
        #expect(queue.count == 1)
    }

    @Test func a_limit() {
        var queue = WorkQueue([4, 5, 6, 7])
        #expect(queue.nextBatch(limit: 3) == [4, 5, 6])
        #expect(queue.count == 1)
    }
}
