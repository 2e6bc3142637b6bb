import Logic
import Testing

struct CSVTableTests {
    @Test func a_table_has_a_header_and_rows() throws {
        let table = try CSVTable("name,count\napple,3\npear,5")
        #expect(table.header == ["name", "count"])
        #expect(table.rows == [["apple", "3"], ["pear", "5"]])
    }

    @Test func a_table_needs_a_header() {
        #expect(throws: CSVError.empty) { try CSVTable("") }
        #expect(throws: CSVError.empty) { try CSVTable("\n\n") }
    }

    @Test func quotes_protect_commas() throws {
        #expect(try CSVTable.cells(of: "a,\"b,c\",d") == ["a", "b,c", "d"])
        #expect(try CSVTable.cells(of: "") == [""])
    }

    @Test func a_quote_must_be_closed() {
        #expect(throws: CSVError.unclosedQuote) { try CSVTable.cells(of: "a,\"b") }
        #expect(throws: CSVError.unclosedQuote) { try CSVTable.cells(of: "\"") }
    }

    @Test func short_rows_are_filled() {
        #expect(CSVTable.padded(["a"], to: 3) == ["a", "", ""])
        #expect(CSVTable.padded([], to: 1) == [""])
    }

    @Test func long_rows_are_kept() {
        #expect(CSVTable.padded(["a", "b"], to: 1) == ["a", "b"])
        #expect(CSVTable.padded(["x"], to: 0) == ["x"])
    }

    @Test func a_cell_is_found_by_row_and_column() throws {
        let table = try CSVTable("name,count\napple,3\npear")
        #expect(try table.cell(row: 0, column: "count") == "3")
        #expect(try table.cell(row: 1, column: "count") == "")
    }

    @Test func a_missing_row_is_named() throws {
        let table = try CSVTable("name,count\napple,3")
        #expect(throws: CSVError.noRow(1)) { try table.cell(row: 1, column: "name") }
        #expect(throws: CSVError.noRow(-2)) { try table.cell(row: -2, column: "count") }
    }

    @Test func a_missing_column_is_named() throws {
        let table = try CSVTable("name,count\napple,3")
        #expect(throws: CSVError.noColumn("price")) { try table.cell(row: 0, column: "price") }
        #expect(throws: CSVError.noColumn("size")) { try table.cell(row: 0, column: "size") }
    }

    @Test func the_first_of_two_equal_columns_counts() throws {
        let table = try CSVTable("id,id\n1,2")
        #expect(try table.cell(row: 0, column: "id") == "1")
    }

    @Test func a_cell_is_read_as_a_number() throws {
        let table = try CSVTable("name,count\napple,3")
        #expect(try table.number(row: 0, column: "count") == 3)
    }

    @Test func text_is_no_number() throws {
        let table = try CSVTable("name,count\napple,many")
        #expect(throws: CSVError.notANumber("apple")) { try table.number(row: 0, column: "name") }
        #expect(throws: CSVError.notANumber("many")) { try table.number(row: 0, column: "count") }
    }

    @Test func a_sum_passes_over_text() throws {
        let table = try CSVTable("count\n3\nmany\n4")
        #expect(table.sum(of: "count") == 7)
        #expect(table.sum(of: "price") == 0)
    }
}
