import XCTest

@testable import ClickHistogram

final class ClickHistogramTests: XCTestCase {
    func testBatchesOfOnePageAddUp() {
        var histogram = ClickHistogram()
        histogram.add(ClickBatch(page: "/home", clicks: 3))
        histogram.add(ClickBatch(page: "/home", clicks: 4))
        XCTAssertEqual(histogram.clicksByPage, ["/home": 7])
    }

    func testPagesAreCountedApart() {
        var histogram = ClickHistogram()
        histogram.add(ClickBatch(page: "/a", clicks: 1))
        histogram.add(ClickBatch(page: "/b", clicks: 2))
        XCTAssertEqual(histogram.total, 3)
    }

    func testEmptyBatchesLeaveNoEntry() {
        var histogram = ClickHistogram()
        histogram.add(ClickBatch(page: "/a", clicks: 0))
        XCTAssertTrue(histogram.clicksByPage.isEmpty)
    }

    func testTopPages() {
        var histogram = ClickHistogram()
        for (page, clicks) in [("/c", 5), ("/b", 9), ("/a", 5)] {
            histogram.add(ClickBatch(page: page, clicks: clicks))
        }
        XCTAssertEqual(histogram.top(2), ["/b", "/a"])
    }

    func testMerge() {
        var left = ClickHistogram()
        left.add(ClickBatch(page: "/a", clicks: 1))
        var right = ClickHistogram()
        right.add(ClickBatch(page: "/a", clicks: 2))
        left.merge(right)
        XCTAssertEqual(left.clicksByPage["/a"], 3)
    }
}
