import XCTest

@testable import Inventory

final class BatchQueueTests: XCTestCase {
    private func sample() -> BatchQueue {
        BatchQueue([
            Batch("B", expiryDay: 20, quantity: 5),
            Batch("A", expiryDay: 10, quantity: 3),
            Batch("C", expiryDay: 30, quantity: 8),
        ])
    }

    func testTotal() {
        XCTAssertEqual(sample().total, 16)
        XCTAssertEqual(BatchQueue([]).total, 0)
    }

    func testTakeNextGoesByExpiry() {
        var queue = sample()
        XCTAssertEqual(queue.takeNext()?.code, "A")
        XCTAssertEqual(queue.takeNext()?.code, "B")
        XCTAssertEqual(queue.takeNext()?.code, "C")
        XCTAssertNil(queue.takeNext())
    }

    func testPickSpansBatches() throws {
        var queue = sample()
        XCTAssertEqual(try queue.pick(4), ["A", "B"])
        XCTAssertEqual(queue.total, 12)
        XCTAssertEqual(try queue.pick(4), ["B"])
        XCTAssertEqual(queue.total, 8)
    }

    func testPickNothing() throws {
        var queue = sample()
        XCTAssertEqual(try queue.pick(0), [])
        XCTAssertEqual(queue.total, 16)
    }

    func testPickTooMany() {
        var queue = sample()
        XCTAssertThrowsError(try queue.pick(17)) { XCTAssertEqual($0 as? BatchError, .short(by: 1)) }
        XCTAssertThrowsError(try queue.pick(20)) { XCTAssertEqual($0 as? BatchError, .short(by: 4)) }
        XCTAssertEqual(queue.total, 16)
    }

    func testExpiring() {
        XCTAssertEqual(sample().expiring(from: 10, through: 20), ["A", "B"])
        XCTAssertEqual(sample().expiring(from: 21, through: 29), [])
    }

    func testExpiringBetweenSwappedDays() {
        XCTAssertEqual(sample().expiring(from: 20, through: 10), [])
        XCTAssertEqual(sample().expiring(from: 31, through: 30), [])
    }

    func testMeanShelfLife() {
        XCTAssertEqual(sample().meanShelfLife(on: 5), 15)
        XCTAssertNil(BatchQueue([]).meanShelfLife(on: 5))
        XCTAssertNil(BatchQueue([]).meanShelfLife(on: 0))
    }

    func testLargestCode() {
        XCTAssertEqual(sample().largestCode, "C")
        XCTAssertEqual(BatchQueue([]).largestCode, "-")
    }
}
