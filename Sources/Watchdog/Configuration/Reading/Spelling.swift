/// Finds what a person may have meant.
enum Spelling {
    /// The nearest of the names; nil when none is near enough to be meant.
    static func nearest(to word: String, in names: [String]) -> String? {
        let word = word.lowercased()
        let limit = max(1, min(3, word.count / 3))
        return names.map { (distance(word, $0.lowercased()), $0) }.filter { $0.0 <= limit }.min { $0 < $1 }?.1
    }

    /// `, did you mean 'interval'?`, or what there is to choose from.
    static func advice(for word: String, in names: [String]) -> String {
        if let near = nearest(to: word, in: names) { return ", did you mean '\(near)'?" }
        guard !names.isEmpty, names.count <= 20 else { return "" }
        return "; there are \(names.joined(separator: ", "))"
    }

    /// Insertions, deletions, changes and swaps of neighbours (optimal string alignment).
    private static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        // Names are short; whatever somebody has put in place of a key may not be.
        guard abs(left.count - right.count) <= 3 else { return .max }
        var rows = [Array(0...right.count)]
        for (row, one) in left.enumerated() {
            var next = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(
                    rows[row][column + 1] + 1, next[column] + 1, rows[row][column] + (one == other ? 0 : 1))
                if row > 0, column > 0, one == right[column - 1], left[row - 1] == other {
                    best = min(best, rows[row - 1][column - 1] + 1)
                }
                next.append(best)
            }
            rows.append(next)
        }
        return rows[left.count][right.count]
    }
}
