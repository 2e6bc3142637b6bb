import Logic
import Testing

@Suite struct HeldOutCellNumber {
    @Test func numbers() throws {
        let table = try CSVTable("a,b\n1,-2\n30,x")
        #expect(try table.number(row: 0, column: "b") == -2)
        #expect(try table.number(row: 1, column: "a") == 30)
    }

    @Test func no_numbers() throws {
        let table = try CSVTable("a,b\n1,-2\n30,x")
        #expect(throws: CSVError.notANumber("x")) { try table.number(row: 1, column: "b") }
        #expect(throws: CSVError.noRow(2)) { try table.number(row: 2, column: "a") }
    }
}
