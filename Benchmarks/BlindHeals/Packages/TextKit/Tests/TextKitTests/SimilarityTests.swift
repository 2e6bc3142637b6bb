import Testing

@testable import TextKit

@Suite("Similarity")
struct SimilarityTests {
    @Test func tallies() {
        #expect(["a", "b", "a"].tally() == ["a": 2, "b": 1])
        #expect([Int]().tally() == [:])
    }

    @Test func ngrams() {
        #expect(NGrams("abcd", size: 2).all == ["ab", "bc", "cd"])
        #expect(NGrams("abc", size: 3).all == ["abc"])
    }

    @Test("A text may be too short for n-grams")
    func tooShort() {
        #expect(NGrams("ab", size: 5).all == [])
        #expect(NGrams("", size: 3).all == [])
        #expect(NGrams("ab", size: 0).all == [])
    }

    @Test func mostFrequent() {
        #expect(NGrams("banana", size: 2).mostFrequent == "an")
        #expect(NGrams("", size: 2).mostFrequent == nil)
        #expect(NGrams("a", size: 2).mostFrequent == nil)
    }

    @Test func similarity() {
        #expect(NGrams("night", size: 2).similarity(to: NGrams("nacht", size: 2)) == 25)
        #expect(NGrams("abc", size: 2).similarity(to: NGrams("abc", size: 2)) == 100)
    }

    @Test("Nothing is similar to nothing")
    func similarityOfNothing() {
        #expect(NGrams("", size: 2).similarity(to: NGrams("", size: 2)) == 100)
        #expect(NGrams("a", size: 2).similarity(to: NGrams("b", size: 2)) == 100)
    }

    @Test func firstPositions() {
        #expect(NGrams("abab", size: 2).firstPositions == ["ab": 0, "ba": 1])
        #expect(NGrams("aaa", size: 1).firstPositions == ["a": 0])
    }

    @Test func sequences() {
        #expect(NGrams("abcd", size: 2).sequences(from: 1, upTo: 3) == ["bc", "cd"])
        #expect(NGrams("abcd", size: 2).sequences(from: -4, upTo: 1) == ["ab"])
        #expect(NGrams("abcd", size: 2).sequences(from: 2, upTo: 50) == ["cd"])
        #expect(NGrams("abcd", size: 2).sequences(from: 3, upTo: 1) == [])
        #expect(NGrams("abcd", size: 2).sequences(from: 9, upTo: 12) == [])
    }

    @Test func variety() {
        #expect(NGrams("aab", size: 1).variety == 66)
        #expect(NGrams("", size: 1).variety == 0)
        #expect(NGrams("a", size: 4).variety == 0)
    }

    @Test func distance() {
        #expect(EditDistance.between("kitten", "sitting") == 3)
        #expect(EditDistance.between("same", "same") == 0)
        #expect(EditDistance.between("", "abc") == 3)
    }

    @Test("Deleting everything takes a step per letter")
    func distanceToNothing() {
        #expect(EditDistance.between("abc", "") == 3)
        #expect(EditDistance.between("x", "") == 1)
        #expect(EditDistance.between("", "") == 0)
    }

    @Test func differences() {
        #expect(EditDistance.differences("abc", "axc") == [1])
        #expect(EditDistance.differences("abc", "abc") == [])
    }

    @Test("Texts of different length cannot be compared")
    func noDifferences() {
        #expect(EditDistance.differences("abcd", "ab") == nil)
        #expect(EditDistance.differences("a", "abc") == nil)
    }

    @Test func fuzzyMatches() {
        #expect(EditDistance.matches("fbr", "foobar"))
        #expect(!EditDistance.matches("rf", "foobar"))
        #expect(EditDistance.matches("", "abc"))
        #expect(!EditDistance.matches("a", ""))
    }
}
