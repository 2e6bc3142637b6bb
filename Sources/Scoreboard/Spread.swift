/// How numbers are spread: nearest-rank percentiles, so that each is a number that was measured.
package struct Spread: Codable, Sendable, Equatable {
    package var count: Int
    package var least: Int
    package var median: Int
    package var p95: Int
    package var most: Int

    /// Nil for no numbers.
    package init?(_ numbers: some Sequence<Int>) {
        let sorted = numbers.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        count = sorted.count
        least = first
        median = Self.percentile(50, of: sorted)
        p95 = Self.percentile(95, of: sorted)
        most = last
    }

    /// The smallest number that at least `percent` of all do not exceed.
    ///
    /// - Parameter sorted: ascending, not empty.
    package static func percentile(_ percent: Int, of sorted: [Int]) -> Int {
        // In whole numbers: 0.95 * 20 is more than 19 in floating point.
        let rank = (sorted.count * percent + 99) / 100
        return sorted[max(0, min(sorted.count, rank) - 1)]
    }
}
