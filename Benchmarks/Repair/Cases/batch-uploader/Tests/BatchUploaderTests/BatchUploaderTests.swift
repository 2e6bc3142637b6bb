import XCTest

@testable import BatchUploader

final class BatchUploaderTests: XCTestCase {
    private func batches(_ events: [String], maxEvents: Int, maxBytes: Int) -> [[String]] {
        var batches: [[String]] = []
        let uploader = BatchUploader(maxEvents: maxEvents, maxBytes: maxBytes) { batches.append($0) }
        events.forEach(uploader.add)
        uploader.flush()
        return batches
    }

    func testGroupsByCount() {
        XCTAssertEqual(
            batches(["a", "b", "c", "d", "e"], maxEvents: 2, maxBytes: 100),
            [["a", "b"], ["c", "d"], ["e"]])
    }

    func testGroupsByBytes() {
        XCTAssertEqual(
            batches(["aaa", "bb", "cc", "dd", "ee"], maxEvents: 9, maxBytes: 5),
            [["aaa", "bb"], ["cc", "dd"], ["ee"]])
    }

    func testLargeEvent() {
        XCTAssertEqual(batches(["aaaaaaaa"], maxEvents: 9, maxBytes: 5), [["aaaaaaaa"]])
    }

    func testNothingToFlush() {
        XCTAssertEqual(batches([], maxEvents: 2, maxBytes: 5), [])
    }
}
