/// Some days in a row and what they earned together.
struct Stretch: Equatable {
    let days: ClosedRange<Int>
    let total: Int
}

/// Daily results of a shop; losses are negative.
struct DailyResults {
    let results: [Int]

    /// The stretch of at least one day with the highest total, the earliest of equals; nil without days.
    func bestStretch() -> Stretch? {
        guard let first = results.first else { return nil }
        var best = Stretch(days: 0...0, total: max(first, 0))
        var start = 0
        var running = 0
        for (day, result) in results.enumerated() {
            if running < 0 {
                start = day
                running = 0
            }
            running += result
            if running > best.total {
                best = Stretch(days: start...day, total: running)
            }
        }
        return best
    }

    /// The number of days that ended with a loss.
    var losingDays: Int { results.filter { $0 < 0 }.count }
}
