import Testing

@testable import BestSalesStretch

@Suite struct SalesStretchValidation {
    private func bruteForce(_ values: [Int]) -> Int? {
        var best: Int?
        for start in values.indices {
            var total = 0
            for end in start..<values.count {
                total += values[end]
                best = max(best ?? total, total)
            }
        }
        return best
    }

    @Test func totals_agree_with_all_stretches() {
        for seed in 1...30 {
            let values = (0..<12).map { ($0 * seed * 7 + seed) % 21 - 12 }
            let best = DailyResults(results: values).bestStretch()
            #expect(best?.total == bruteForce(values))
            if let best { #expect(values[best.days].reduce(0, +) == best.total) }
        }
    }

    @Test(arguments: [[-1], [-4, -3, -5], [-2, -2], [-7, -1, -7, -1]]) func losses_only(values: [Int]) throws
    {
        let best = try #require(DailyResults(results: values).bestStretch())
        let largest = try #require(values.max())
        #expect(best.total == largest)
        let day = try #require(values.firstIndex(of: largest))
        #expect(best.days == day...day)
    }

    @Test func zeros() {
        #expect(DailyResults(results: [-3, 0, -3]).bestStretch() == Stretch(days: 1...1, total: 0))
        #expect(DailyResults(results: [0]).bestStretch() == Stretch(days: 0...0, total: 0))
    }
}
