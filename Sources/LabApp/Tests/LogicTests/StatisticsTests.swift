import Logic
import Testing

struct StatisticsTests {
    @Test func a_sum_adds_every_value() {
        #expect(Statistics.sum(of: [1, 2, 3]) == 6)
        #expect(Statistics.sum(of: []) == 0)
    }

    @Test func a_sum_that_does_not_fit_is_nil() {
        #expect(Statistics.sum(of: [Int.max, 1]) == nil)
        #expect(Statistics.sum(of: [Int.min, -5]) == nil)
    }

    @Test func a_mean_is_rounded_towards_zero() {
        #expect(Statistics.mean(of: [1, 2]) == 1)
        #expect(Statistics.mean(of: [10, 20, 30]) == 20)
    }

    @Test func nothing_has_no_mean() {
        #expect(Statistics.mean(of: []) == nil)
    }

    @Test func a_mean_beyond_an_int_is_nil() {
        #expect(Statistics.mean(of: [Int.max, 2]) == nil)
        #expect(Statistics.mean(of: [Int.max, Int.max]) == nil)
    }

    @Test func a_median_is_the_middle_value() {
        #expect(Statistics.median(of: [9, 1, 5]) == 5)
        #expect(Statistics.median(of: [4, 1, 3, 2]) == 3)
    }

    @Test func nothing_has_no_median() {
        #expect(Statistics.median(of: []) == nil)
    }

    @Test func a_percentile_is_found_by_rank() {
        #expect(Statistics.percentile(0, of: [3, 1, 2]) == 1)
        #expect(Statistics.percentile(50, of: [3, 1, 2]) == 2)
        #expect(Statistics.percentile(100, of: [3, 1, 2]) == 3)
    }

    @Test func a_rank_outside_one_hundred_percent_has_no_percentile() {
        #expect(Statistics.percentile(250, of: [1, 2, 3]) == nil)
        #expect(Statistics.percentile(-80, of: [4, 5, 6]) == nil)
    }

    @Test func nothing_has_no_percentile() {
        #expect(Statistics.percentile(50, of: []) == nil)
        #expect(Statistics.percentile(0, of: []) == nil)
    }

    @Test func a_spread_is_the_distance_of_the_extremes() {
        #expect(Statistics.spread(of: [4, -2, 9]) == 11)
        #expect(Statistics.spread(of: [7]) == 0)
    }

    @Test func nothing_has_no_spread() {
        #expect(Statistics.spread(of: []) == 0)
    }

    @Test func moving_averages_slide_by_one() {
        #expect(Statistics.movingAverages(of: [1, 3, 5, 7], width: 2) == [2, 4, 6])
        #expect(Statistics.movingAverages(of: [4, 8], width: 2) == [6])
    }

    @Test func a_moving_average_needs_a_width() {
        #expect(Statistics.movingAverages(of: [1, 2], width: 0) == [])
        #expect(Statistics.movingAverages(of: [1, 2], width: -1) == [])
    }

    @Test func a_moving_average_needs_enough_values() {
        #expect(Statistics.movingAverages(of: [1, 2], width: 5) == [])
        #expect(Statistics.movingAverages(of: [], width: 3) == [])
    }

    @Test func a_histogram_counts_per_bin() {
        #expect(Statistics.histogram(of: [0, 1, 5, 9], from: 0, to: 10, width: 5) == [2, 2])
        #expect(Statistics.histogram(of: [2, 3, 4], from: 0, to: 4, width: 3) == [1, 1])
    }

    @Test func a_histogram_needs_a_width() {
        #expect(Statistics.histogram(of: [1], from: 0, to: 10, width: 0) == [])
        #expect(Statistics.histogram(of: [1, 2], from: 3, to: 8, width: 0) == [])
    }

    @Test func equal_values_are_counted_together() {
        #expect(Statistics.frequencies(of: [1, 2, 1, 1]) == [1: 3, 2: 1])
        #expect(Statistics.frequencies(of: [5, 5]) == [5: 2])
    }
}
