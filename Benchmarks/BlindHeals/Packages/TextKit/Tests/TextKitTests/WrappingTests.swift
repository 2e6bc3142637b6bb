import Testing

@testable import TextKit

@Suite("Wrapping")
struct WrappingTests {
    @Test("Words fill the lines")
    func wrap() {
        #expect(Wrapper(width: 9).wrap("the quick brown fox") == ["the quick", "brown fox"])
        #expect(Wrapper(width: 100).wrap("the quick") == ["the quick"])
        #expect(Wrapper(width: 9).wrap("") == [])
    }

    @Test("A long word has its own line")
    func longWord() {
        #expect(Wrapper(width: 4).wrap("an elephant ran") == ["an", "elephant", "ran"])
        #expect(Wrapper(width: 0).wrap("a b") == ["a", "b"])
    }

    @Test("Chopping ignores words")
    func chop() {
        #expect(Wrapper.chop("abcdefg", every: 3) == ["abc", "def", "g"])
        #expect(Wrapper.chop("", every: 3) == [])
    }

    @Test("Chopping needs a size")
    func chopWithoutSize() {
        #expect(Wrapper.chop("abc", every: 0) == [])
        #expect(Wrapper.chop("xy", every: -1) == [])
    }

    @Test("Justified lines have the full width")
    func justify() {
        #expect(Wrapper(width: 10).justify("a bc d") == "a   bc   d")
        #expect(Wrapper(width: 9).justify("a bc d") == "a   bc  d")
    }

    @Test("A single word cannot be justified")
    func justifySingleWord() {
        #expect(Wrapper(width: 10).justify("alone") == "alone")
        #expect(Wrapper(width: 10).justify("") == "")
    }

    @Test("A line that is too long is not justified")
    func justifyLongLine() {
        #expect(Wrapper(width: 4).justify("far too long") == "far too long")
    }

    @Test("A centred line has half the space before it")
    func centre() {
        #expect(Wrapper(width: 9).centre("abc") == "   abc")
        #expect(Wrapper(width: 4).centre("a") == " a")
    }

    @Test("A line that is too long is not centred")
    func centreLongLine() {
        #expect(Wrapper(width: 2).centre("abcdef") == "abcdef")
        #expect(Wrapper(width: 3).centre("abcdefgh") == "abcdefgh")
    }

    @Test("An excerpt takes some of the lines")
    func excerpt() {
        #expect(Wrapper.excerpt(["a", "b", "c"], from: 2, to: 3) == ["b", "c"])
        #expect(Wrapper.excerpt(["a", "b", "c"], from: -1, to: 9) == ["a", "b", "c"])
    }

    @Test("An excerpt outside the lines is empty")
    func emptyExcerpt() {
        #expect(Wrapper.excerpt(["a", "b", "c"], from: 3, to: 2) == [])
        #expect(Wrapper.excerpt(["a"], from: 5, to: 8) == [])
        #expect(Wrapper.excerpt([], from: 1, to: 1) == [])
    }
}
