import Yams

/// A position in the file; both count from 1.
struct Place: Comparable, Hashable, Sendable {
    var line: Int
    var column: Int

    static let start = Place(line: 1, column: 1)

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    init(_ mark: Mark) { self.init(line: max(mark.line, 1), column: max(mark.column, 1)) }

    init(_ node: Node) { self = node.mark.map(Place.init) ?? .start }

    static func < (left: Place, right: Place) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
