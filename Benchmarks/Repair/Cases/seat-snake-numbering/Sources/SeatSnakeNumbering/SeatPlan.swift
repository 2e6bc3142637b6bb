/// A seat by row and column, both from 0.
struct Seat: Hashable {
    let row: Int
    let column: Int
}

/// Numbers seats from 1 in snake order: even rows left to right, odd rows right to left.
struct SeatPlan {
    let rows: Int
    let columns: Int

    var count: Int { rows * columns }

    func number(of seat: Seat) -> Int? {
        guard (0..<rows).contains(seat.row), (0..<columns).contains(seat.column) else { return nil }
        let offset = seat.row % 2 == 0 ? seat.column : columns - 1 - seat.column
        return seat.row * columns + offset + 1
    }

    func seat(number: Int) -> Seat? {
        guard number >= 1, number <= count else { return nil }
        let row = (number - 1) / columns
        let offset = (number - 1) % columns
        return Seat(row: row, column: row % 2 == 0 ? columns - 1 - offset : offset)
    }

    /// The lowest numbers of `size` seats with consecutive numbers that are all free.
    func consecutive(_ size: Int, taken: Set<Int>) -> ClosedRange<Int>? {
        guard size > 0, size <= count else { return nil }
        for first in 1...(count - size + 1) {
            let block = first...(first + size - 1)
            if block.allSatisfy({ !taken.contains($0) }) { return block }
        }
        return nil
    }
}
