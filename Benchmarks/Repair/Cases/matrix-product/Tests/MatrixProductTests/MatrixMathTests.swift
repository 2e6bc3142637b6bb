import XCTest

@testable import MatrixProduct

final class MatrixMathTests: XCTestCase {
    func testIdentity() {
        XCTAssertEqual(MatrixMath.identity(2), [[1, 0], [0, 1]])
    }

    func testProductOfRectangles() throws {
        XCTAssertEqual(
            try MatrixMath.product([[1, 2, 3]], [[1, 0], [0, 1], [2, 2]]), [[7, 8]])
        XCTAssertEqual(
            try MatrixMath.product([[1], [2]], [[3, 4, 5]]), [[3, 4, 5], [6, 8, 10]])
    }

    func testProductWithIdentity() throws {
        XCTAssertEqual(
            try MatrixMath.product([[4, 5], [6, 7]], MatrixMath.identity(2)), [[4, 5], [6, 7]])
    }

    func testMismatch() {
        XCTAssertThrowsError(try MatrixMath.product([[1, 2]], [[1, 2]])) {
            XCTAssertEqual($0 as? DimensionMismatch, DimensionMismatch(leftColumns: 2, rightRows: 1))
        }
    }

    func testPower() throws {
        XCTAssertEqual(try MatrixMath.power([[1, 1], [1, 0]], 10), [[89, 55], [55, 34]])
    }
}
