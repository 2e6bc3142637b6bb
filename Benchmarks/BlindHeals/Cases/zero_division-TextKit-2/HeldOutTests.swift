import Testing

@testable import TextKit

@Suite struct HeldOutSentences {
    @Test("No sentences")
    func noSentences() {
        #expect(Readability("a list, of words").wordsPerSentence == nil)
        #expect(Readability("   ").wordsPerSentence == nil)
    }

    @Test("Sentences without words")
    func sentencesWithoutWords() {
        #expect(Readability("?!").wordsPerSentence == 0)
    }

    @Test("Sentences")
    func sentences() {
        #expect(Readability("One two three four. Five!").wordsPerSentence == 2)
    }
}
