import Testing

@testable import TextKit

@Suite struct HeldOutMinutes {
    @Test("No speed")
    func noSpeed() {
        #expect(Readability("some words").minutes(wordsPerMinute: 0) == nil)
        #expect(Readability("1 2").minutes(wordsPerMinute: 0) == nil)
    }

    @Test("Less than a word per minute")
    func lessThanAWordPerMinute() {
        #expect(Readability("some words").minutes(wordsPerMinute: 0.5) == nil)
        #expect(Readability("some words").minutes(wordsPerMinute: .nan) == nil)
    }

    @Test("Some speed")
    func someSpeed() {
        #expect(Readability("a b c d e").minutes(wordsPerMinute: 2) == 3)
        #expect(Readability("a b").minutes(wordsPerMinute: 1) == 2)
    }
}
