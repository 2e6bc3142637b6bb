import Testing

@testable import TextKit

@Suite struct HeldOutDigitValue {
    @Test("Too many digits")
    func tooManyDigits() {
        #expect(Numerals.value(of: String(repeating: "1", count: 80), base: 2) == nil)
        #expect(Numerals.value(of: "8000000000000000", base: 16) == nil)
    }

    @Test("Just too large")
    func justTooLarge() {
        #expect(Numerals.value(of: "9223372036854775809", base: 10) == nil)
    }

    @Test("Large enough")
    func largeEnough() {
        #expect(Numerals.value(of: "9223372036854775807", base: 10) == Int.max)
        #expect(Numerals.value(of: "777", base: 8) == 511)
    }
}
