import Testing

@testable import TextKit

@Suite struct HeldOutCells {
    @Test("Missing columns")
    func missingColumns() {
        var table = TextTable()
        table.add("a")
        table.add("b", "c")
        #expect(table.cell(0, 1) == "")
        #expect(table.cell(1, 7) == "")
        #expect(table.cell(1, -3) == "")
    }

    @Test("Ragged tables")
    func raggedTables() {
        var table = TextTable()
        table.add("a", "bc", "d")
        table.add()
        #expect(table.widths == [1, 2, 1])
        #expect(table.render() == ["a | bc | d", "  |    |  "])
    }

    @Test("Present columns")
    func presentColumns() {
        var table = TextTable()
        table.add("a", "bc")
        #expect(table.cell(0, 1) == "bc")
    }
}
