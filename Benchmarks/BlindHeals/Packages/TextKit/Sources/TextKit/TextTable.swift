/// Where the text of a cell stands.
public enum Alignment: CaseIterable, Sendable {
    case left, right, centre

    /// The marker in the line below a Markdown header.
    public var marker: String {
        switch self {
        case .left: ":--"
        case .right: "--:"
        case .centre: ":-:"
        }
    }
}

/// A grid of texts, printed in columns.
public struct TextTable {
    private var rows: [[String]] = []
    private let alignments: [Alignment]

    /// An empty table; the columns beyond the given ones are aligned to the left.
    public init(alignments: [Alignment] = []) {
        self.alignments = alignments
    }

    /// Adds a row at the bottom.
    public mutating func add(_ cells: String...) {
        rows.append(cells)
    }

    /// The text of a cell; empty where there is none.
    public func cell(_ row: Int, _ column: Int) -> String {
        if row < 0 || row >= rows.count { return "" }
        return rows[row].indices.contains(column) ? rows[row][column] : ""
    }

    /// The alignment of a column.
    public func alignment(of column: Int) -> Alignment {
        alignments.indices.contains(column) ? alignments[column] : .left
    }

    /// The width of each column.
    public var widths: [Int] {
        let columns = rows.map(\.count).max() ?? 0
        return (0..<columns).map { column in
            rows.indices.map { cell($0, column).count }.max() ?? 0
        }
    }

    /// Fills a text up to a width; a longer one stays as it is.
    public static func pad(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
        let missing = width - text.count
        if missing <= 0 { return text }
        switch alignment {
        case .left: return text + String(repeating: " ", count: missing)
        case .right: return String(repeating: " ", count: missing) + text
        case .centre:
            let before = missing / 2
            return String(repeating: " ", count: before) + text
                + String(repeating: " ", count: missing - before)
        }
    }

    /// The table's lines, with a bar between the columns.
    public func render() -> [String] {
        let widths = widths
        return rows.indices.map { row in
            widths.indices
                .map { Self.pad(cell(row, $0), to: widths[$0], alignment(of: $0)) }
                .joined(separator: " | ")
        }
    }

    /// A bar of `#`, as long as `value` is to `maximum`.
    public static func bar(_ value: Int, of maximum: Int, width: Int) -> String {
        if maximum <= 0 || value < 0 || width < 0 { return "" }
        let length = value >= maximum ? width : value * width / maximum
        return String(repeating: "#", count: length)
    }
}
