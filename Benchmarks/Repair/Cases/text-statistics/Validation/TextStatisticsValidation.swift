import Testing

@testable import TextStatistics

@Suite struct TextStatisticsValidation {
    @Test func ties_are_alphabetical() {
        #expect(TextStatistics("b a").mostFrequent == "a")
        #expect(TextStatistics("delta Alpha charlie bravo echo").mostFrequent == "alpha")
        #expect(TextStatistics("z z y y x").mostFrequent == "y")
        #expect(TextStatistics("one two three four five six seven eight nine ten").mostFrequent == "eight")
        #expect(TextStatistics("q Q p P o O n N m M").mostFrequent == "m")
    }

    @Test func frequency_beats_the_alphabet() {
        #expect(TextStatistics("a zoo Zoo").mostFrequent == "zoo")
    }

    @Test func lengths() {
        #expect(TextStatistics("aa bb c d").shortest == "c")
        #expect(TextStatistics("aa bb c d").longest == "aa")
        #expect(TextStatistics("x").longest == "x")
    }
}
