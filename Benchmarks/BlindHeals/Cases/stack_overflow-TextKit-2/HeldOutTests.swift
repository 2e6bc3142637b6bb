import Testing

@testable import TextKit

@Suite struct HeldOutLetters {
    @Test("Nothing before the first column")
    func nothingBeforeTheFirstColumn() {
        #expect(Numerals.letters(0) == "")
        #expect(Numerals.letters(-1) == "")
    }

    @Test("Single letters")
    func singleLetters() {
        #expect(Numerals.letters(26) == "Z")
        #expect(Numerals.letters(2) == "B")
    }

    @Test("Several letters")
    func severalLetters() {
        #expect(Numerals.letters(27) == "AA")
        #expect(Numerals.letters(702) == "ZZ")
    }
}
