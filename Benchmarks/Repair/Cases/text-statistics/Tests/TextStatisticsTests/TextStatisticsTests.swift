import Testing

@testable import TextStatistics

@Suite struct TextStatisticsTests {
    private let statistics = TextStatistics("The cat saw the elephant, and the cat ran.")

    @Test func counts_words() {
        #expect(statistics.wordCount == 9)
    }

    @Test func the_longest_word() {
        #expect(statistics.longest == "elephant")
    }

    @Test func the_most_frequent_word() {
        #expect(statistics.mostFrequent == "the")
    }

    @Test func an_empty_text() {
        #expect(TextStatistics("").mostFrequent == nil)
        #expect(TextStatistics("...").shortest == nil)
    }
}
