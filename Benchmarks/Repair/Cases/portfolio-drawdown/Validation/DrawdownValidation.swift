import Testing

@testable import PortfolioDrawdown

@Suite struct DrawdownValidation {
    @Test(arguments: [
        ([3, 1], 1), ([3, 1, 2], 2), ([3, 2, 3, 2], 1), ([9, 8, 7, 6, 5], 4), ([1, 5, 1, 5, 1, 1], 2),
        ([4, 4, 4], 0), ([7], 0), ([-1, -3, -2, -1], 2),
    ])
    func recoveries(values: [Int], days: Int) {
        #expect(PortfolioHistory(values: values).longestRecovery() == days)
    }

    @Test func drawdown_by_all_pairs() {
        let values = (0..<40).map { ($0 * 31 + 5) % 53 }
        var largest = 0
        for i in values.indices {
            for j in values.indices where j > i { largest = max(largest, values[i] - values[j]) }
        }
        #expect(PortfolioHistory(values: values).largestDrawdown()?.loss == largest)
    }

    @Test func the_first_of_equal_drawdowns() {
        let history = PortfolioHistory(values: [10, 5, 20, 15])
        #expect(history.largestDrawdown() == Drawdown(peak: 10, trough: 5))
    }

    @Test func a_late_peak_does_not_count() {
        #expect(PortfolioHistory(values: [2, 1, 100]).largestDrawdown() == Drawdown(peak: 2, trough: 1))
        #expect(PortfolioHistory(values: [1, 100, 99]).largestDrawdown() == Drawdown(peak: 100, trough: 99))
    }
}
