import Testing

@testable import BestSalesStretch

@Suite struct SalesStretchTests {
    @Test func a_stretch_in_the_middle() {
        let results = DailyResults(results: [-2, 3, -1, 4, -9, 2])
        #expect(results.bestStretch() == Stretch(days: 1...3, total: 6))
    }

    @Test func the_least_bad_day_when_all_lose() {
        #expect(DailyResults(results: [-5, -2, -8]).bestStretch() == Stretch(days: 1...1, total: -2))
    }

    @Test func all_days_when_all_win() {
        #expect(DailyResults(results: [1, 2, 3]).bestStretch()?.days == 0...2)
    }

    @Test func no_days() {
        #expect(DailyResults(results: []).bestStretch() == nil)
    }

    @Test func losing_days() {
        #expect(DailyResults(results: [1, -1, 0, -3]).losingDays == 2)
    }
}
