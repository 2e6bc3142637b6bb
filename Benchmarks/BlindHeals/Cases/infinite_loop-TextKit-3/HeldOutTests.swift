import Testing

@testable import TextKit

@Suite struct HeldOutBases {
    @Test("No base")
    func noBase() {
        #expect(Numerals.digits(7, base: 1) == [])
        #expect(Numerals.digits(1, base: 1) == [])
        #expect(Numerals.digits(7, base: 0) == [])
    }

    @Test("A base too large")
    func aBaseTooLarge() {
        #expect(Numerals.digits(7, base: 20) == [])
    }

    @Test("A base")
    func aBase() {
        #expect(Numerals.digits(7, base: 2) == [1, 1, 1])
        #expect(Numerals.digits(100, base: 16) == [6, 4])
    }
}
