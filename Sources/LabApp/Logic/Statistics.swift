/// Summaries of integer samples.
public enum Statistics {
    /// The sum of `values`, or nil when it does not fit an `Int`.
    public static func sum(of values: [Int]) -> Int? {
        var sum = 0
        for value in values {
            let (next, overflow) = sum.addingReportingOverflow(value)
            guard !overflow else { return nil }
            sum = next
        }
        return sum
    }

    /// The mean rounded towards zero, or nil when there are no values.
    public static func mean(of values: [Int]) -> Int? {
        guard !values.isEmpty else { return nil }
        guard let sum = sum(of: values) else { return nil }
        return sum / values.count
    }

    /// The middle value; of an even number of values, the upper of the middle two.
    public static func median(of values: [Int]) -> Int? {
        guard !values.isEmpty else { return nil }
        return values.sorted()[values.count / 2]
    }

    /// The value at or below which `rank` percent of the values lie, by nearest rank.
    public static func percentile(_ rank: Int, of values: [Int]) -> Int? {
        guard !values.isEmpty else { return nil }
        guard (0...100).contains(rank) else { return nil }
        return values.sorted()[(values.count - 1) * rank / 100]
    }

    /// The difference between the largest and the smallest value.
    public static func spread(of values: [Int]) -> Int {
        guard let low = values.min(), let high = values.max() else { return 0 }
        return high - low
    }

    /// The mean of each run of `width` neighbours; empty when no run is that long.
    public static func movingAverages(of values: [Int], width: Int) -> [Int] {
        guard width > 0 else { return [] }
        guard width <= values.count else { return [] }
        return (0...(values.count - width)).map { start in
            values[start..<(start + width)].reduce(0, +) / width
        }
    }

    /// Counts the values of `lower..<upper` in bins that are `width` wide.
    public static func histogram(of values: [Int], from lower: Int, to upper: Int, width: Int) -> [Int] {
        guard width > 0 else { return [] }
        return stride(from: lower, to: upper, by: width).map { start in
            values.count { (start..<min(start + width, upper)).contains($0) }
        }
    }

    /// How often each value occurs.
    public static func frequencies(of values: [Int]) -> [Int: Int] {
        Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    }
}
