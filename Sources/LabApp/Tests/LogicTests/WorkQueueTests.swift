import Logic
import XCTest

final class WorkQueueTests: XCTestCase {
    func testJobsLeaveInTheOrderTheyCame() {
        var queue = WorkQueue(["a"])
        queue.add("b")
        XCTAssertEqual(queue.next(), "a")
        XCTAssertEqual(queue.next(), "b")
    }

    func testAnEmptyQueueHasNoNextJob() {
        var queue = WorkQueue<Int>()
        XCTAssertNil(queue.next())
    }

    func testTheLastJobCanBeCancelled() {
        var queue = WorkQueue([1, 2, 3])
        XCTAssertEqual(queue.cancelLast(), 3)
        XCTAssertEqual(queue.count, 2)
    }

    func testAnEmptyQueueHasNothingToCancel() {
        var queue = WorkQueue<String>()
        XCTAssertNil(queue.cancelLast())
    }

    func testABatchTakesUpToItsLimit() {
        var queue = WorkQueue([1, 2, 3])
        XCTAssertEqual(queue.nextBatch(limit: 2), [1, 2])
        XCTAssertEqual(queue.nextBatch(limit: 2), [3])
        XCTAssertEqual(queue.nextBatch(limit: 2), [])
    }

    func testABatchNeedsALimit() {
        var queue = WorkQueue([1, 2])
        XCTAssertEqual(queue.nextBatch(limit: -1), [])
        XCTAssertEqual(queue.nextBatch(limit: -6), [])
        XCTAssertEqual(queue.count, 2)
    }

    func testAFullQueueShedsItsOldestJobs() {
        var queue = WorkQueue([1, 2, 3, 4])
        XCTAssertEqual(queue.shed(to: 3), 1)
        XCTAssertEqual(queue.next(), 2)
        XCTAssertEqual(queue.shed(to: -1), 2)
    }

    func testAQueueWithinItsLimitShedsNothing() {
        var queue = WorkQueue([1])
        XCTAssertEqual(queue.shed(to: 5), 0)
        XCTAssertEqual(queue.shed(to: 2), 0)
    }

    func testWorkIsDealtInFullLoads() {
        XCTAssertEqual(WorkQueue<Int>.deal(10, capacity: 4), [4, 4, 2])
        XCTAssertEqual(WorkQueue<Int>.deal(3, capacity: 3), [3])
        XCTAssertEqual(WorkQueue<Int>.deal(0, capacity: 3), [])
    }

    func testWorkersWithoutCapacityGetNoWork() {
        XCTAssertEqual(WorkQueue<Int>.deal(10, capacity: 0), [])
        XCTAssertEqual(WorkQueue<Int>.deal(4, capacity: -1), [])
    }

    func testAJobBelongsToOneWorker() {
        XCTAssertEqual(WorkQueue<Int>.worker(for: 7, workers: 3), 1)
        XCTAssertEqual(WorkQueue<Int>.worker(for: 4, workers: 2), 0)
    }

    func testWithoutWorkersAJobBelongsToNone() {
        XCTAssertNil(WorkQueue<Int>.worker(for: 7, workers: 0))
        XCTAssertNil(WorkQueue<Int>.worker(for: 12, workers: 0))
    }
}
