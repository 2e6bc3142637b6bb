import XCTest

@testable import IntegerSquareRoot

final class SquareRootsTests: XCTestCase {
    func testRoots() {
        XCTAssertEqual(SquareRoots.floorRoot(of: 10), 3)
        XCTAssertEqual(SquareRoots.floorRoot(of: 99), 9)
    }

    func testRootsOfSquares() {
        XCTAssertEqual(SquareRoots.floorRoot(of: 16), 4)
    }

    func testSmallNumbers() {
        XCTAssertEqual(SquareRoots.floorRoot(of: 0), 0)
        XCTAssertEqual(SquareRoots.floorRoot(of: 1), 1)
        XCTAssertNil(SquareRoots.floorRoot(of: -4))
    }

    func testNegativeNumbersAreNoSquares() {
        XCTAssertFalse(SquareRoots.isPerfectSquare(-9))
    }

    func testTightestRectangle() {
        XCTAssertEqual(SquareRoots.tightestRectangle(area: 12)?.width, 3)
    }
}
