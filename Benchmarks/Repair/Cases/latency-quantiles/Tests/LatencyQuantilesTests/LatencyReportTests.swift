import XCTest

@testable import LatencyQuantiles

final class LatencyReportTests: XCTestCase {
    func testMedian() {
        XCTAssertEqual(LatencyReport(samples: [9, 1, 5]).median, 5)
        XCTAssertEqual(LatencyReport(samples: [4, 1, 3, 2]).median, 2.5)
    }

    func testQuantile() {
        let report = LatencyReport(samples: [40, 10, 30, 20])
        XCTAssertEqual(report.quantile(0.5), 20)
        XCTAssertEqual(report.quantile(1), 40)
    }

    func testTrimmedMeanOfSortedSamples() {
        XCTAssertEqual(LatencyReport(samples: [1, 2, 3, 4, 90]).trimmedMean(dropping: 1), 3)
    }

    func testTrimmedMeanIgnoresOutliers() {
        XCTAssertEqual(LatencyReport(samples: [5, 900, 7, 6, 0]).trimmedMean(dropping: 1), 6)
    }

    func testNoSamples() {
        XCTAssertNil(LatencyReport(samples: []).median)
        XCTAssertNil(LatencyReport(samples: []).trimmedMean(dropping: 0))
    }
}
