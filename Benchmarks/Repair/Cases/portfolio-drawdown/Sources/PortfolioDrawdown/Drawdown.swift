/// A decline of a portfolio from a peak.
struct Drawdown: Equatable {
    let peak: Int
    let trough: Int

    var loss: Int { peak - trough }
}

/// Figures of a series of daily values.
struct PortfolioHistory {
    let values: [Int]

    /// The largest decline from a peak to a later value; nil if the values never fall.
    func largestDrawdown() -> Drawdown? {
        guard var peak = values.first else { return nil }
        var largest: Drawdown?
        for value in values {
            peak = max(peak, value)
            let current = Drawdown(peak: peak, trough: value)
            if current.loss > (largest?.loss ?? 0) {
                largest = current
            }
        }
        return largest
    }

    /// The most days in a row spent below an earlier peak.
    func longestRecovery() -> Int {
        var peak = Int.min
        var days = 0
        var longest = 0
        for value in values {
            if value >= peak {
                peak = value
                days = 0
            } else {
                longest = max(longest, days)
                days += 1
            }
        }
        return longest
    }
}
