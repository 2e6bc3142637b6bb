/// Reads grids from the outside to the inside, clockwise from the top left corner.
enum SpiralReader {
    static func read<Element>(_ grid: [[Element]]) -> [Element] {
        guard let width = grid.first?.count, width > 0 else { return [] }
        var top = 0
        var bottom = grid.count - 1
        var left = 0
        var right = width - 1
        var result: [Element] = []
        while top <= bottom && left <= right {
            for column in left...right { result.append(grid[top][column]) }
            top += 1
            for row in stride(from: top, through: bottom, by: 1) { result.append(grid[row][right]) }
            right -= 1
            for column in stride(from: right, through: left, by: -1) { result.append(grid[bottom][column]) }
            bottom -= 1
            if left <= right {
                for row in stride(from: bottom, through: top, by: -1) { result.append(grid[row][left]) }
                left += 1
            }
        }
        return result
    }
}
