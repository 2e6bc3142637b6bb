/// Why a bin could not be used.
public enum BinError: Error, Equatable {
    case noSuchBin(row: Int, column: Int)
    case full(limit: Int)
}

/// A rack of bins in rows and columns, counted from 0.
public struct BinGrid: Sendable {
    /// The number of rows.
    public let rows: Int
    /// The number of bins in a row.
    public let columns: Int
    private var loads: [Int]

    /// The pieces that fit one bin.
    public static let binLimit = 500

    /// An empty rack; negative measures count as 0.
    public init(rows: Int, columns: Int) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
        loads = Array(repeating: 0, count: self.rows * self.columns)
    }

    /// The load of a bin, or nil outside the rack.
    public subscript(row: Int, column: Int) -> Int? {
        guard let index = index(row: row, column: column) else { return nil }
        return loads[index]
    }

    /// Puts pieces into a bin.
    public mutating func store(_ amount: Int, row: Int, column: Int) throws {
        guard let index = index(row: row, column: column) else {
            throw BinError.noSuchBin(row: row, column: column)
        }
        guard loads[index] + amount <= Self.binLimit else { throw BinError.full(limit: Self.binLimit) }
        loads[index] += amount
    }

    /// The loads of one row; empty outside the rack.
    public func row(_ row: Int) -> [Int] {
        guard row >= 0, row < rows else { return [] }
        return Array(loads[row * columns..<(row + 1) * columns])
    }

    /// The load of the rows `first` to `last`, as far as the rack goes.
    public func load(ofRows first: Int, through last: Int) -> Int {
        let low = max(first, 0)
        let high = min(last, rows - 1)
        guard low <= high else { return 0 }
        return (low...high).reduce(0) { $0 + row($1).reduce(0, +) }
    }

    /// The mean load of the bins, rounded down; 0 for a rack without bins.
    public var meanLoad: Int {
        guard !loads.isEmpty else { return 0 }
        return loads.reduce(0, +) / loads.count
    }

    /// The sign on a bin, such as `C04`: a letter for the row, two digits for the column.
    public static func sign(row: Int, column: Int) -> String? {
        guard (0..<26).contains(row), (0..<100).contains(column) else { return nil }
        let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(row)))
        return "\(letter)" + (column < 10 ? "0" : "") + "\(column)"
    }

    private func index(row: Int, column: Int) -> Int? {
        guard (0..<rows).contains(row), (0..<columns).contains(column) else { return nil }
        return row * columns + column
    }
}
