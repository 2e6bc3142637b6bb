/// Why a table could not be read; rows count from 0, without the header.
public enum CSVError: Error, Equatable {
    case empty
    case unclosedQuote
    case noRow(Int)
    case noColumn(String)
    case notANumber(String)
}

/// A table of comma-separated values with a header line.
public struct CSVTable: Equatable, Sendable {
    public let header: [String]
    public let rows: [[String]]
    private let columns: [String: Int]

    /// Reads a header and its rows; short rows are filled with empty cells.
    public init(_ text: String) throws {
        let lines = text.split(separator: "\n").map(String.init)
        guard !lines.isEmpty else { throw CSVError.empty }
        let header = try Self.cells(of: lines[0])
        self.header = header
        rows = try lines.dropFirst().map { Self.padded(try Self.cells(of: $0), to: header.count) }
        columns = Dictionary(zip(header, header.indices), uniquingKeysWith: { first, _ in first })
    }

    /// Splits one line at its commas; a double quote protects the commas up to the next one.
    public static func cells(of line: String) throws -> [String] {
        var cells: [String] = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == "," && !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        guard !isQuoted else { throw CSVError.unclosedQuote }
        return cells
    }

    /// Fills `cells` with empty text up to `width`.
    public static func padded(_ cells: [String], to width: Int) -> [String] {
        cells + Array(repeating: "", count: max(0, width - cells.count))
    }

    /// The cell under `column`; of columns that share a name the first counts.
    public func cell(row: Int, column: String) throws -> String {
        guard rows.indices.contains(row) else { throw CSVError.noRow(row) }
        guard let index = columns[column] else { throw CSVError.noColumn(column) }
        return rows[row][index]
    }

    /// The cell under `column` as a whole number.
    public func number(row: Int, column: String) throws -> Int {
        let text = try cell(row: row, column: column)
        guard let number = Int(text) else { throw CSVError.notANumber(text) }
        return number
    }

    /// The sum of a column; cells that hold no number count as 0.
    public func sum(of column: String) -> Int {
        var sum = 0
        for row in rows.indices {
            guard let number = try? number(row: row, column: column) else { continue }
            sum += number
        }
        return sum
    }
}
