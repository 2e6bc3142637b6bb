import Testing

@testable import Inventory

@Suite struct HeldOutRows {
    @Test func rowPastTheLast() {
        #expect(BinGrid(rows: 3, columns: 2).row(3) == [])
        #expect(BinGrid(rows: 1, columns: 7).row(1) == [])
    }

    @Test func rowFarOutside() {
        #expect(BinGrid(rows: 3, columns: 2).row(40) == [])
        #expect(BinGrid(rows: 3, columns: 2).row(-2) == [])
    }

    @Test func rowInside() throws {
        var grid = BinGrid(rows: 3, columns: 2)
        try grid.store(9, row: 2, column: 0)
        #expect(grid.row(2) == [9, 0])
        #expect(grid.row(0) == [0, 0])
    }
}
