import XCTest

@testable import IntegerSquareRoot

final class SquareRootsValidation: XCTestCase {
    func testAllSmallNumbers() {
        var root = 0
        for number in 0...2000 {
            if (root + 1) * (root + 1) <= number { root += 1 }
            XCTAssertEqual(SquareRoots.floorRoot(of: number), root)
            XCTAssertEqual(SquareRoots.isPerfectSquare(number), root * root == number)
        }
    }

    func testLargeNumbers() {
        XCTAssertEqual(SquareRoots.floorRoot(of: 1 << 40), 1 << 20)
        XCTAssertEqual(SquareRoots.floorRoot(of: (1 << 40) - 1), (1 << 20) - 1)
        XCTAssertEqual(SquareRoots.floorRoot(of: Int.max), 3_037_000_499)
        XCTAssertTrue(SquareRoots.isPerfectSquare(3_037_000_499 * 3_037_000_499))
    }

    func testRectangles() {
        for (area, width, height) in [(1, 1, 1), (13, 1, 13), (36, 6, 6), (50, 5, 10), (97, 1, 97)] {
            let rectangle = SquareRoots.tightestRectangle(area: area)
            XCTAssertEqual(rectangle?.width, width)
            XCTAssertEqual(rectangle?.height, height)
        }
        XCTAssertNil(SquareRoots.tightestRectangle(area: 0))
        XCTAssertNil(SquareRoots.tightestRectangle(area: -6))
    }
}
