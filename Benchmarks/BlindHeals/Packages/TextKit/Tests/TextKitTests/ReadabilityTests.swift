import Testing

@testable import TextKit

@Suite("Readability")
struct ReadabilityTests {
    let text = Readability("The cat sat. A dog barked!")
    let nothing = Readability("")

    @Test func meanWordLength() {
        #expect(text.meanWordLength == 3)
        #expect(nothing.meanWordLength == 0)
        #expect(Readability("12 34!").meanWordLength == 0)
    }

    @Test func wordsPerSentence() {
        #expect(text.wordsPerSentence == 3)
        #expect(Readability("no end").wordsPerSentence == nil)
        #expect(nothing.wordsPerSentence == nil)
    }

    @Test func minutes() {
        #expect(text.minutes(wordsPerMinute: 4) == 2)
        #expect(nothing.minutes(wordsPerMinute: 200) == 0)
    }

    @Test("A reader must make progress")
    func minutesWithoutSpeed() {
        #expect(text.minutes(wordsPerMinute: 0) == nil)
        #expect(nothing.minutes(wordsPerMinute: 0) == nil)
        #expect(text.minutes(wordsPerMinute: -50) == nil)
    }

    @Test func longestWord() {
        #expect(text.longestWord == "barked")
        #expect(nothing.longestWord == "")
    }

    @Test func medianWord() {
        #expect(Readability("c a b").medianWord == "b")
        #expect(nothing.medianWord == nil)
        #expect(Readability("...").medianWord == nil)
    }

    @Test func grades() {
        #expect(Readability.grade(lettersPer100Words: 500, sentencesPer100Words: 6) == 12)
        #expect(Readability.grade(lettersPer100Words: 200, sentencesPer100Words: 20) == 1)
    }
}
