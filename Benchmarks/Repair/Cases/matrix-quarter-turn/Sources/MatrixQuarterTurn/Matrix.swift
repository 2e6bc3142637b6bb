/// A dense matrix in row-major order.
struct Matrix<Element> {
    let rows: Int
    let columns: Int
    private(set) var storage: [Element]

    init(rows: Int, columns: Int, repeating value: Element) {
        self.rows = rows
        self.columns = columns
        storage = Array(repeating: value, count: rows * columns)
    }

    /// Rows must be of equal length.
    init(_ lists: [[Element]]) {
        rows = lists.count
        columns = lists.first?.count ?? 0
        storage = lists.flatMap { $0 }
        precondition(storage.count == rows * columns, "rows differ in length")
    }

    subscript(row: Int, column: Int) -> Element {
        get { storage[row * columns + column] }
        set { storage[row * columns + column] = newValue }
    }

    var asLists: [[Element]] {
        (0..<rows).map { row in (0..<columns).map { self[row, $0] } }
    }
}

extension Matrix {
    /// The matrix turned clockwise by a quarter.
    func rotatedClockwise() -> Matrix {
        guard let first = storage.first else { return self }
        var turned = Matrix(rows: columns, columns: rows, repeating: first)
        for row in 0..<rows {
            for column in 0..<columns {
                turned[column, rows - row] = self[row, column]
            }
        }
        return turned
    }
}
