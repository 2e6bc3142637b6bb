extension Collection where Element: Hashable {
    /// How often each element occurs.
    public func tally() -> [Element: Int] {
        Dictionary(map { ($0, 1) }, uniquingKeysWith: +)
    }
}

/// Sequences of `n` neighbouring characters.
public struct NGrams: Equatable, Sendable {
    /// The length of each sequence.
    public let size: Int
    /// The sequences in the order they occur.
    public let all: [String]

    /// Takes apart a text; one that is shorter than `size` has no sequences.
    public init(_ text: String, size: Int) {
        let characters = Array(text)
        self.size = size
        if size < 1 || characters.count < size {
            all = []
        } else {
            all = (0...characters.count - size).map { String(characters[$0..<$0 + size]) }
        }
    }

    /// The sequence that occurs most often, the first in the alphabet of several; nil without any.
    public var mostFrequent: String? {
        let counts = all.tally()
        if counts.isEmpty { return nil }
        return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }[0].key
    }

    /// How much two texts have in common, in percent: Dice's coefficient.
    public func similarity(to other: NGrams) -> Int {
        let total = all.count + other.all.count
        if total == 0 { return 100 }
        let counts = other.all.tally()
        let shared = all.tally().reduce(0) { $0 + Swift.min($1.value, counts[$1.key] ?? 0) }
        return shared * 200 / total
    }

    /// The position of each sequence's first occurrence.
    public var firstPositions: [String: Int] {
        Dictionary(all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The sequences from one position up to another; positions outside do no harm.
    public func sequences(from start: Int, upTo end: Int) -> [String] {
        let low = Swift.max(start, 0), high = Swift.min(end, all.count)
        return low < high ? Array(all[low..<high]) : []
    }

    /// The share of different sequences, in percent of all.
    public var variety: Int {
        all.isEmpty ? 0 : Set(all).count * 100 / all.count
    }
}

/// How far texts are apart.
public enum EditDistance {
    /// The number of letters to insert, delete or replace to get from one text to the other.
    public static func between(_ left: String, _ right: String) -> Int {
        let target = Array(right)
        var row = Array(0...target.count)
        for (line, character) in left.enumerated() {
            var corner = row[0]
            row[0] = line + 1
            if target.isEmpty { continue }
            for column in 1...target.count {
                let replaced = corner + (target[column - 1] == character ? 0 : 1)
                corner = row[column]
                row[column] = min(replaced, row[column] + 1, row[column - 1] + 1)
            }
        }
        return row[target.count]
    }

    /// The positions at which two texts of the same length differ; nil for different lengths.
    public static func differences(_ left: String, _ right: String) -> [Int]? {
        let a = Array(left)
        let b = Array(right)
        if a.count != b.count { return nil }
        return a.indices.filter { a[$0] != b[$0] }
    }

    /// Whether the letters of `pattern` occur in `text` in that order.
    public static func matches(_ pattern: Substring, _ text: Substring) -> Bool {
        if pattern.isEmpty { return true }
        if text.isEmpty { return false }
        let rest = pattern.first == text.first ? pattern.dropFirst() : pattern
        return matches(rest, text.dropFirst())
    }
}
