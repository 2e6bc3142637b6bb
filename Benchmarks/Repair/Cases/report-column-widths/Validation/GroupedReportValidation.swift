import XCTest

@testable import ReportColumnWidths

final class GroupedReportValidation: XCTestCase {
    private func numbers(_ sales: [(String, Int)]) -> [String] {
        GroupedReport(sales: sales.map { Sale(region: $0.0, product: "p", units: $0.1) }).lines()
            .filter { $0.contains("=") || $0.hasPrefix("total") }
            .map { String($0.split(separator: " ").last ?? "") }
    }

    func testSubtotals() {
        XCTAssertEqual(numbers([("a", 1), ("b", 2), ("c", 4)]), ["1", "2", "4", "7"])
        XCTAssertEqual(numbers([("a", 1), ("b", 2), ("a", 4)]), ["5", "2", "7"])
        XCTAssertEqual(numbers([("a", 0), ("b", 0)]), ["0", "0", "0"])
        XCTAssertEqual(numbers([("a", 9), ("b", -9)]), ["9", "-9", "0"])
        XCTAssertEqual(numbers([("x", 7)]), ["7", "7"])
    }

    func testOrderOfRegions() {
        let report = GroupedReport(sales: [
            Sale(region: "Z", product: "a", units: 1), Sale(region: "A", product: "b", units: 2),
            Sale(region: "Z", product: "c", units: 3),
        ])
        XCTAssertEqual(
            report.lines(),
            [
                "Z", "  a       1", "  c       3", "  =       4", "A", "  b       2", "  =       2",
                "total 6",
            ])
    }

    func testManyRegions() {
        let sales = (0..<12).map { ("r\($0 % 4)", $0) }
        XCTAssertEqual(numbers(sales), ["12", "15", "18", "21", "66"])
    }
}
