/// Searches in ascending lists.
public enum SortedSearch {
    /// The position of `target`, found by halving, or nil when the list lacks it.
    public static func index(of target: Int, in values: [Int]) -> Int? {
        var low = 0
        var high = values.count
        while low < high {
            let mid = low + (high - low) / 2
            if values[mid] == target { return mid }
            if values[mid] < target {
                low = mid + 1
            } else {
                high = mid
            }
        }
        return nil
    }

    /// How many values are below `target`.
    public static func rank(of target: Int, in values: [Int]) -> Int {
        var rank = 0
        while rank < values.count && values[rank] < target {
            rank += 1
        }
        return rank
    }

    /// Whether some part of the list holds `target`, by halving it again and again.
    public static func contains(_ target: Int, in values: ArraySlice<Int>) -> Bool {
        guard !values.isEmpty else { return false }
        let mid = values.startIndex + values.count / 2
        guard values[mid] != target else { return true }
        return contains(target, in: target < values[mid] ? values[..<mid] : values[(mid + 1)...])
    }

    /// The values from `low` to `high`, both included.
    public static func values(from low: Int, to high: Int, in values: [Int]) -> [Int] {
        guard low <= high else { return [] }
        return values.filter { (low...high).contains($0) }
    }

    /// The value after the first one that reaches `target`, or nil when there is none.
    public static func successor(of target: Int, in values: [Int]) -> Int? {
        let position = rank(of: target, in: values)
        guard position + 1 < values.count else { return nil }
        return values[position + 1]
    }

    /// Merges two ascending lists into one.
    public static func merged(_ left: [Int], _ right: [Int]) -> [Int] {
        var left = left
        var right = right
        var merged: [Int] = []
        while let a = left.first, let b = right.first {
            merged.append(a <= b ? left.removeFirst() : right.removeFirst())
        }
        return merged + left + right
    }

    /// Takes the smallest value off the list.
    public static func takeSmallest(from values: inout [Int]) -> Int? {
        guard !values.isEmpty else { return nil }
        return values.removeFirst()
    }
}
