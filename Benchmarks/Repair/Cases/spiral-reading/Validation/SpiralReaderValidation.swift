import XCTest

@testable import SpiralReading

final class SpiralReaderValidation: XCTestCase {
    private func walk(_ rows: Int, _ columns: Int) -> [Int] {
        var seen = Set<Int>()
        var order: [Int] = []
        var (row, column, direction) = (0, 0, 0)
        let moves = [(0, 1), (1, 0), (0, -1), (-1, 0)]
        while order.count < rows * columns {
            order.append(row * columns + column)
            seen.insert(row * columns + column)
            for _ in 0..<2 {
                let (r, c) = (row + moves[direction].0, column + moves[direction].1)
                if r >= 0, r < rows, c >= 0, c < columns, !seen.contains(r * columns + c) {
                    (row, column) = (r, c)
                    break
                }
                direction = (direction + 1) % 4
            }
        }
        return order
    }

    func testAllSizes() {
        for rows in 1...7 {
            for columns in 1...7 {
                let grid = (0..<rows).map { row in (0..<columns).map { row * columns + $0 } }
                XCTAssertEqual(SpiralReader.read(grid), walk(rows, columns), "\(rows)x\(columns)")
            }
        }
    }

    func testEmptyRows() {
        XCTAssertEqual(SpiralReader.read([[Int](), []]), [])
        XCTAssertEqual(SpiralReader.read([["x"]]), ["x"])
    }
}
