import Testing

@testable import PortfolioDrawdown

@Suite struct DrawdownTests {
    @Test func the_largest_decline() {
        let history = PortfolioHistory(values: [100, 120, 90, 130, 95, 140])
        #expect(history.largestDrawdown() == Drawdown(peak: 130, trough: 95))
    }

    @Test func rising_values_have_no_drawdown() {
        #expect(PortfolioHistory(values: [1, 2, 3]).largestDrawdown() == nil)
    }

    @Test func days_below_the_peak() {
        #expect(PortfolioHistory(values: [5, 9, 7, 8, 6, 9, 8]).longestRecovery() == 3)
    }

    @Test func rising_values_need_no_recovery() {
        #expect(PortfolioHistory(values: [1, 2, 2, 3]).longestRecovery() == 0)
    }

    @Test func no_values() {
        #expect(PortfolioHistory(values: []).largestDrawdown() == nil)
        #expect(PortfolioHistory(values: []).longestRecovery() == 0)
    }
}
