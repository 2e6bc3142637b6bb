/// A maze of walls (`#`) and free cells, with a start (`S`) and an exit (`E`).
struct Maze {
    struct Cell: Hashable {
        let row: Int
        let column: Int
    }

    private let rows: [[Character]]

    init(_ lines: [String]) {
        rows = lines.map(Array.init)
    }

    private func isFree(_ cell: Cell) -> Bool {
        rows.indices.contains(cell.row) && rows[cell.row].indices.contains(cell.column)
            && rows[cell.row][cell.column] != "#"
    }

    private func find(_ mark: Character) -> Cell? {
        for (row, line) in rows.enumerated() {
            if let column = line.firstIndex(of: mark) { return Cell(row: row, column: column) }
        }
        return nil
    }

    private func neighbours(of cell: Cell) -> [Cell] {
        [(0, 1), (1, 0), (0, -1), (-1, 0)]
            .map { Cell(row: cell.row + $0.0, column: cell.column + $0.1) }
            .filter(isFree)
    }

    /// The steps from start to exit, nil if there is no way.
    func fewestSteps() -> Int? {
        guard let start = find("S"), let exit = find("E") else { return nil }
        var frontier: Set<Cell> = [start]
        var seen: Set<Cell> = [start]
        var steps = 0
        while !frontier.isEmpty {
            if frontier.contains(exit) { return steps }
            var next: Set<Cell> = []
            for cell in frontier {
                next.formUnion(neighbours(of: cell))
            }
            next.subtract(seen)
            frontier = next
            steps += 1
        }
        return nil
    }
}
