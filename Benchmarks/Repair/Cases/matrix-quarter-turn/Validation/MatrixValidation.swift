import Testing

@testable import MatrixQuarterTurn

@Suite struct MatrixValidation {
    @Test func four_turns_are_none() {
        var matrix = Matrix([["a", "b", "c", "d"], ["e", "f", "g", "h"]])
        let original = matrix.asLists
        for _ in 0..<4 { matrix = matrix.rotatedClockwise() }
        #expect(matrix.asLists == original)
    }

    @Test func two_turns_reverse_everything() {
        let matrix = Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        #expect(matrix.rotatedClockwise().rotatedClockwise().storage == matrix.storage.reversed())
    }

    @Test func lines() {
        #expect(Matrix([[1, 2, 3]]).rotatedClockwise().asLists == [[1], [2], [3]])
        #expect(Matrix([[1], [2], [3]]).rotatedClockwise().asLists == [[3, 2, 1]])
        #expect(Matrix([[9]]).rotatedClockwise().asLists == [[9]])
    }

    @Test(arguments: 1...5, 1...5) func every_cell(rows: Int, columns: Int) {
        let lists = (0..<rows).map { row in (0..<columns).map { row * 10 + $0 } }
        let turned = Matrix(lists).rotatedClockwise()
        #expect(turned.rows == columns)
        #expect(turned.columns == rows)
        for row in 0..<rows {
            for column in 0..<columns {
                #expect(turned[column, rows - 1 - row] == row * 10 + column)
            }
        }
    }
}
