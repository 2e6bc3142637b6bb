struct DimensionMismatch: Error, Equatable {
    let leftColumns: Int
    let rightRows: Int
}

/// Matrices as lists of rows of equal length.
enum MatrixMath {
    static func identity(_ size: Int) -> [[Int]] {
        (0..<size).map { row in (0..<size).map { $0 == row ? 1 : 0 } }
    }

    static func product(_ left: [[Int]], _ right: [[Int]]) throws -> [[Int]] {
        let inner = left.first?.count ?? 0
        guard inner == right.count else {
            throw DimensionMismatch(leftColumns: inner, rightRows: right.count)
        }
        let columns = right.first?.count ?? 0
        var result = Array(repeating: Array(repeating: 0, count: columns), count: left.count)
        for i in 0..<left.count {
            for j in 0..<columns {
                for k in 0..<inner {
                    result[i][j] += left[i][k] * right[j][k]
                }
            }
        }
        return result
    }

    /// A square matrix to the power of an exponent that is not negative.
    static func power(_ matrix: [[Int]], _ exponent: Int) throws -> [[Int]] {
        var result = identity(matrix.count)
        var square = matrix
        var rest = exponent
        while rest > 0 {
            if rest % 2 == 1 { result = try product(result, square) }
            square = try product(square, square)
            rest /= 2
        }
        return result
    }
}
