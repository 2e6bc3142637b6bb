import Testing

@testable import TextKit

@Suite struct HeldOutMedian {
    @Test("No words")
    func noWords() {
        #expect(Readability("1, 2, 3").medianWord == nil)
        #expect(Readability(" ").medianWord == nil)
    }

    @Test("An even number of words")
    func anEvenNumberOfWords() {
        #expect(Readability("pear fig").medianWord == "pear")
    }

    @Test("An odd number of words")
    func anOddNumberOfWords() {
        #expect(Readability("one two three four five").medianWord == "one")
    }
}
