/// Statistics of measured latencies in milliseconds.
struct LatencyReport {
    let samples: [Double]

    private var ordered: [Double] { samples.sorted() }

    /// The middle value, or the mean of both middle values.
    var median: Double? {
        let values = ordered
        guard !values.isEmpty else { return nil }
        let middle = values.count / 2
        return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    }

    /// The smallest sample that at least this share of all samples does not exceed (nearest rank).
    func quantile(_ share: Double) -> Double? {
        guard !samples.isEmpty, share > 0, share <= 1 else { return nil }
        let rank = Int((share * Double(samples.count)).rounded(.up))
        return ordered[rank - 1]
    }

    /// The mean without the `count` smallest and the `count` largest samples.
    func trimmedMean(dropping count: Int) -> Double? {
        let kept = samples.dropFirst(count).dropLast(count)
        guard !kept.isEmpty else { return nil }
        return kept.reduce(0, +) / Double(kept.count)
    }
}
