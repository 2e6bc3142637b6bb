import XCTest

@testable import LatencyQuantiles

final class LatencyReportValidation: XCTestCase {
    func testTrimmedMeans() {
        let report = LatencyReport(samples: [70, 10, 60, 20, 50, 30, 40])
        XCTAssertEqual(report.trimmedMean(dropping: 0), 40)
        XCTAssertEqual(report.trimmedMean(dropping: 2), 40)
        XCTAssertEqual(report.trimmedMean(dropping: 3), 40)
        XCTAssertNil(report.trimmedMean(dropping: 4))
        XCTAssertEqual(LatencyReport(samples: [100, 1, 2]).trimmedMean(dropping: 1), 2)
        XCTAssertEqual(LatencyReport(samples: [1, 100, 2, -50]).trimmedMean(dropping: 1), 1.5)
        XCTAssertEqual(LatencyReport(samples: [8, 8, 9, 1]).trimmedMean(dropping: 1), 8)
    }

    func testOrderDoesNotMatter() {
        let sorted = LatencyReport(samples: [1, 2, 4, 8, 16, 32])
        for samples in [[32.0, 16, 8, 4, 2, 1], [8, 1, 32, 2, 16, 4], [2, 1, 4, 16, 8, 32]] {
            let report = LatencyReport(samples: samples)
            XCTAssertEqual(report.median, sorted.median)
            XCTAssertEqual(report.trimmedMean(dropping: 2), 6)
            XCTAssertEqual(report.trimmedMean(dropping: 1), 7.5)
            XCTAssertEqual(report.quantile(0.9), 32)
        }
    }

    func testQuantileLimits() {
        let report = LatencyReport(samples: [3, 1, 2])
        XCTAssertNil(report.quantile(0))
        XCTAssertNil(report.quantile(1.1))
        XCTAssertEqual(report.quantile(0.01), 1)
        XCTAssertEqual(report.quantile(0.34), 2)
    }
}
