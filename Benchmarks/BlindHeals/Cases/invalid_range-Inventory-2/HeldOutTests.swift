import Testing

@testable import Inventory

@Suite struct HeldOutRowLoad {
    @Test func noRowsLeft() {
        #expect(BinGrid(rows: 4, columns: 1).load(ofRows: 4, through: 4) == 0)
        #expect(BinGrid(rows: 4, columns: 1).load(ofRows: 0, through: -5) == 0)
    }

    @Test func rackWithoutRows() {
        #expect(BinGrid(rows: 0, columns: 3).load(ofRows: 0, through: 2) == 0)
    }

    @Test func someRows() throws {
        var grid = BinGrid(rows: 4, columns: 1)
        try grid.store(5, row: 3, column: 0)
        #expect(grid.load(ofRows: 2, through: 3) == 5)
        #expect(grid.load(ofRows: 0, through: 2) == 0)
    }
}
