import XCTest

@testable import MatrixProduct

final class MatrixMathValidation: XCTestCase {
    func testSquares() throws {
        XCTAssertEqual(
            try MatrixMath.product([[1, 2], [3, 4]], [[5, 6], [7, 8]]), [[19, 22], [43, 50]])
        XCTAssertEqual(try MatrixMath.product([[0, 1], [0, 0]], [[0, 0], [1, 0]]), [[1, 0], [0, 0]])
        XCTAssertEqual(try MatrixMath.product([[3]], [[-2]]), [[-6]])
    }

    func testRectangles() throws {
        XCTAssertEqual(try MatrixMath.product([[1, 2], [3, 4], [5, 6]], [[1], [1]]), [[3], [7], [11]])
        XCTAssertEqual(try MatrixMath.product([[1, 2]], [[1, 2, 3], [4, 5, 6]]), [[9, 12, 15]])
    }

    func testAssociativity() throws {
        let a = [[1, 2, 3], [0, 1, 4]]
        let b = [[2, 1], [1, 3], [5, 0]]
        let c = [[1, 0, 2, 1], [3, 1, 1, 1]]
        XCTAssertEqual(
            try MatrixMath.product(MatrixMath.product(a, b), c),
            try MatrixMath.product(a, MatrixMath.product(b, c)))
    }

    func testPowers() throws {
        XCTAssertEqual(try MatrixMath.power([[1, 1], [0, 1]], 9), [[1, 9], [0, 1]])
        XCTAssertEqual(try MatrixMath.power([[2, 7], [1, 3]], 0), [[1, 0], [0, 1]])
        XCTAssertEqual(try MatrixMath.power([[0, 2], [3, 0]], 3), [[0, 12], [18, 0]])
        XCTAssertEqual(try MatrixMath.power([[5]], 4), [[625]])
    }

    func testEmptyAndMismatch() throws {
        XCTAssertEqual(try MatrixMath.product([], []), [])
        XCTAssertThrowsError(try MatrixMath.product([[1], [2]], [[1], [2]]))
        XCTAssertThrowsError(try MatrixMath.power([[1, 2, 3], [4, 5, 6]], 2))
    }
}
