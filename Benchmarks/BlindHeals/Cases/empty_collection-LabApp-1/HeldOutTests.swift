import Logic
import Testing

@Suite struct HeldOutCancelLast {
    @Test func nothing_to_cancel() {
        var queue = WorkQueue<Int>()
        #expect(queue.cancelLast() == nil)
    }

    @Test func cancelled_until_empty() {
        var queue = WorkQueue(["x", "y"])
        #expect(queue.cancelLast() == "y")
        #expect(queue.cancelLast() == "x")
        #expect(queue.cancelLast() == nil)
        #expect(queue.count == 0)
    }
}
