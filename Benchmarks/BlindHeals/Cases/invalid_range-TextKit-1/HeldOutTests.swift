import Testing

@testable import TextKit

@Suite struct HeldOutSequences {
    @Test("Texts too short")
    func textsTooShort() {
        #expect(NGrams("abc", size: 9).all == [])
        #expect(NGrams("", size: 2).all == [])
        #expect(NGrams("abc", size: 4).all == [])
    }

    @Test("Sizes too small")
    func sizesTooSmall() {
        #expect(NGrams("abc", size: -2).all == [])
    }

    @Test("Ordinary texts")
    func ordinaryTexts() {
        #expect(NGrams("abc", size: 1).all == ["a", "b", "c"])
        #expect(NGrams("abcde", size: 4).all == ["abcd", "bcde"])
    }
}
