import XCTest

@testable import ReportColumnWidths

final class GroupedReportTests: XCTestCase {
    func testOneRegion() {
        let report = GroupedReport(sales: [
            Sale(region: "North", product: "Tea", units: 3), Sale(region: "North", product: "Jam", units: 4),
        ])
        XCTAssertEqual(
            report.lines(), ["North", "  Tea     3", "  Jam     4", "  =       7", "total 7"])
    }

    func testTwoRegions() {
        let report = GroupedReport(sales: [
            Sale(region: "North", product: "Tea", units: 3), Sale(region: "South", product: "Tea", units: 5),
        ])
        XCTAssertEqual(
            report.lines(),
            ["North", "  Tea     3", "  =       3", "South", "  Tea     5", "  =       5", "total 8"])
    }

    func testNoSales() {
        XCTAssertEqual(GroupedReport(sales: []).lines(), ["total 0"])
    }

    func testLongProductNames() {
        let report = GroupedReport(sales: [Sale(region: "N", product: "Marmalade", units: 1)])
        XCTAssertEqual(report.lines()[1], "  Marmalade 1")
    }
}
