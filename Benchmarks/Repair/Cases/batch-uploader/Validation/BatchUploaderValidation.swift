import XCTest

@testable import BatchUploader

final class BatchUploaderValidation: XCTestCase {
    private func batches(_ events: [String], maxEvents: Int, maxBytes: Int) -> [[String]] {
        var batches: [[String]] = []
        let uploader = BatchUploader(maxEvents: maxEvents, maxBytes: maxBytes) { batches.append($0) }
        events.forEach(uploader.add)
        uploader.flush()
        uploader.flush()
        return batches
    }

    func testBothLimits() {
        XCTAssertEqual(
            batches(["aa", "b", "c", "dddd", "e", "f", "g"], maxEvents: 3, maxBytes: 4),
            [["aa", "b", "c"], ["dddd"], ["e", "f", "g"]])
    }

    func testCountFlushesStartANewByteCount() {
        XCTAssertEqual(
            batches(["aa", "aa", "bb", "bb", "cc", "cc"], maxEvents: 2, maxBytes: 6),
            [["aa", "aa"], ["bb", "bb"], ["cc", "cc"]])
        XCTAssertEqual(
            batches(["aaa", "b", "cc", "d"], maxEvents: 2, maxBytes: 4), [["aaa", "b"], ["cc", "d"]])
    }

    func testLargeEventsBetweenSmallOnes() {
        XCTAssertEqual(
            batches(["a", "bbbbbb", "c", "d"], maxEvents: 5, maxBytes: 3), [["a"], ["bbbbbb"], ["c", "d"]])
    }

    func testNothingIsLost() {
        let events = (0..<100).map { String(repeating: "x", count: $0 % 9) }
        let all = batches(events, maxEvents: 7, maxBytes: 20)
        XCTAssertEqual(all.flatMap { $0 }, events)
        for batch in all {
            XCTAssertLessThanOrEqual(batch.count, 7)
            XCTAssertLessThanOrEqual(batch.reduce(0) { $0 + $1.utf8.count }, 20)
        }
    }

    func testUnicodeCountsBytes() {
        XCTAssertEqual(batches(["éé", "é"], maxEvents: 9, maxBytes: 4), [["éé"], ["é"]])
        XCTAssertEqual(batches(["", ""], maxEvents: 9, maxBytes: 0), [["", ""]])
    }

    func testManualFlush() {
        var sent: [[String]] = []
        let uploader = BatchUploader(maxEvents: 9, maxBytes: 3) { sent.append($0) }
        uploader.add("ab")
        uploader.flush()
        uploader.add("cd")
        uploader.add("e")
        uploader.flush()
        XCTAssertEqual(sent, [["ab"], ["cd", "e"]])
    }
}
