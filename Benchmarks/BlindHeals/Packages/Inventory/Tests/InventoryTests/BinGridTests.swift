import XCTest

@testable import Inventory

final class BinGridTests: XCTestCase {
    private func filled() throws -> BinGrid {
        var grid = BinGrid(rows: 2, columns: 3)
        try grid.store(10, row: 0, column: 1)
        try grid.store(20, row: 1, column: 2)
        return grid
    }

    func testNewBinsAreEmpty() {
        XCTAssertEqual(BinGrid(rows: 2, columns: 2)[1, 1], 0)
    }

    func testNegativeMeasuresCountAsZero() {
        XCTAssertEqual(BinGrid(rows: -2, columns: 3).rows, 0)
        XCTAssertEqual(BinGrid(rows: 2, columns: -1).columns, 0)
        XCTAssertNil(BinGrid(rows: 1, columns: -4)[0, 0])
    }

    func testSubscript() throws {
        let grid = try filled()
        XCTAssertEqual(grid[0, 1], 10)
        XCTAssertEqual(grid[1, 2], 20)
        XCTAssertEqual(grid[1, 0], 0)
    }

    func testSubscriptOutsideTheRack() throws {
        let grid = try filled()
        XCTAssertNil(grid[2, 0])
        XCTAssertNil(grid[0, 3])
        XCTAssertNil(grid[-1, 0])
        XCTAssertNil(grid[1, -1])
    }

    func testStoreOutsideTheRack() throws {
        var grid = try filled()
        XCTAssertThrowsError(try grid.store(1, row: 2, column: 1)) {
            XCTAssertEqual($0 as? BinError, .noSuchBin(row: 2, column: 1))
        }
        XCTAssertThrowsError(try grid.store(1, row: 0, column: -1)) {
            XCTAssertEqual($0 as? BinError, .noSuchBin(row: 0, column: -1))
        }
    }

    func testStoreInAFullBin() throws {
        var grid = try filled()
        try grid.store(490, row: 0, column: 1)
        XCTAssertThrowsError(try grid.store(1, row: 0, column: 1)) {
            XCTAssertEqual($0 as? BinError, .full(limit: 500))
        }
    }

    func testRow() throws {
        let grid = try filled()
        XCTAssertEqual(grid.row(0), [0, 10, 0])
        XCTAssertEqual(grid.row(1), [0, 0, 20])
    }

    func testRowOutsideTheRack() throws {
        let grid = try filled()
        XCTAssertEqual(grid.row(2), [])
        XCTAssertEqual(grid.row(-1), [])
    }

    func testLoadOfRows() throws {
        let grid = try filled()
        XCTAssertEqual(grid.load(ofRows: 0, through: 1), 30)
        XCTAssertEqual(grid.load(ofRows: 1, through: 7), 20)
        XCTAssertEqual(grid.load(ofRows: -3, through: 0), 10)
    }

    func testLoadOfNoRows() throws {
        let grid = try filled()
        XCTAssertEqual(grid.load(ofRows: 1, through: 0), 0)
        XCTAssertEqual(grid.load(ofRows: 5, through: 9), 0)
    }

    func testMeanLoad() throws {
        XCTAssertEqual(try filled().meanLoad, 5)
        XCTAssertEqual(BinGrid(rows: 0, columns: 4).meanLoad, 0)
        XCTAssertEqual(BinGrid(rows: 3, columns: 0).meanLoad, 0)
    }

    func testSign() {
        XCTAssertEqual(BinGrid.sign(row: 2, column: 4), "C04")
        XCTAssertEqual(BinGrid.sign(row: 25, column: 99), "Z99")
    }

    func testSignBeyondTheAlphabet() {
        XCTAssertNil(BinGrid.sign(row: 300, column: 0))
        XCTAssertNil(BinGrid.sign(row: -1, column: 0))
        XCTAssertNil(BinGrid.sign(row: 0, column: 100))
    }
}
