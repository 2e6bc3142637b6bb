import XCTest

@testable import SpiralReading

final class SpiralReaderTests: XCTestCase {
    func testSquare() {
        XCTAssertEqual(SpiralReader.read([[1, 2, 3], [8, 9, 4], [7, 6, 5]]), [1, 2, 3, 4, 5, 6, 7, 8, 9])
    }

    func testTwoRows() {
        XCTAssertEqual(
            SpiralReader.read([["a", "b", "c"], ["f", "e", "d"]]), ["a", "b", "c", "d", "e", "f"])
    }

    func testOneRow() {
        XCTAssertEqual(SpiralReader.read([[1, 2, 3]]), [1, 2, 3])
    }

    func testOneColumn() {
        XCTAssertEqual(SpiralReader.read([[1], [2], [3]]), [1, 2, 3])
    }

    func testEmptyGrid() {
        XCTAssertEqual(SpiralReader.read([[Int]]()), [])
    }
}
