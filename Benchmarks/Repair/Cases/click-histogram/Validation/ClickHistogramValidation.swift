import XCTest

@testable import ClickHistogram

final class ClickHistogramValidation: XCTestCase {
    func testManyBatches() {
        var histogram = ClickHistogram()
        for index in 1...100 {
            histogram.add(ClickBatch(page: "/p\(index % 4)", clicks: index))
        }
        XCTAssertEqual(histogram.total, 5050)
        XCTAssertEqual(histogram.clicksByPage["/p0"], 1300)
        XCTAssertEqual(histogram.clicksByPage["/p1"], 1225)
        XCTAssertEqual(histogram.clicksByPage["/p2"], 1250)
        XCTAssertEqual(histogram.clicksByPage["/p3"], 1275)
        XCTAssertEqual(histogram.top(4), ["/p0", "/p3", "/p2", "/p1"])
    }

    func testDecreasingBatches() {
        var histogram = ClickHistogram()
        for clicks in [9, 5, 1] { histogram.add(ClickBatch(page: "/x", clicks: clicks)) }
        XCTAssertEqual(histogram.clicksByPage, ["/x": 15])
    }

    func testNegativeAndEmptyBatchesAreIgnored() {
        var histogram = ClickHistogram()
        histogram.add(ClickBatch(page: "/x", clicks: 2))
        histogram.add(ClickBatch(page: "/x", clicks: 0))
        histogram.add(ClickBatch(page: "/x", clicks: -2))
        XCTAssertEqual(histogram.clicksByPage, ["/x": 2])
    }

    func testMergeOfDisjointAndEmpty() {
        var histogram = ClickHistogram()
        histogram.merge(ClickHistogram())
        XCTAssertEqual(histogram, ClickHistogram())
        XCTAssertEqual(histogram.top(3), [])
    }
}
