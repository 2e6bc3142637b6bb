import Testing

@testable import MatrixQuarterTurn

@Suite struct MatrixTests {
    @Test func subscripts_read_rows_and_columns() {
        let matrix = Matrix([[1, 2, 3], [4, 5, 6]])
        #expect(matrix[1, 0] == 4)
        #expect(matrix[0, 2] == 3)
    }

    @Test func lists_survive_a_round_trip() {
        #expect(Matrix([[1, 2], [3, 4]]).asLists == [[1, 2], [3, 4]])
    }

    @Test func turns_a_square() {
        #expect(Matrix([[1, 2], [3, 4]]).rotatedClockwise().asLists == [[3, 1], [4, 2]])
    }

    @Test func turns_a_rectangle() {
        #expect(Matrix([[1, 2, 3], [4, 5, 6]]).rotatedClockwise().asLists == [[4, 1], [5, 2], [6, 3]])
    }

    @Test func an_empty_matrix_stays_empty() {
        #expect(Matrix([[Int]]()).rotatedClockwise().storage.isEmpty)
    }
}
