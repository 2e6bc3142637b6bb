import Testing

@testable import TextKit

@Suite struct HeldOutCapitals {
    @Test("Nothing to capitalise")
    func nothingToCapitalise() {
        #expect("".capitalizedFirst == "")
        #expect(String("abc".dropFirst(3)).capitalizedFirst == "")
    }

    @Test("One letter")
    func oneLetter() {
        #expect("q".capitalizedFirst == "Q")
    }

    @Test("Several letters")
    func severalLetters() {
        #expect("straße".capitalizedFirst == "Straße")
        #expect(" x".capitalizedFirst == " x")
    }
}
