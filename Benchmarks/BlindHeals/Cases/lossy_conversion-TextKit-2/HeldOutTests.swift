import Testing

@testable import TextKit

@Suite struct HeldOutByteRange {
    @Test("Numbers too large")
    func numbersTooLarge() throws {
        #expect(try IniFile("green=256").byte("green", in: "") == 255)
        #expect(try IniFile("green=123456789").byte("green", in: "") == 255)
    }

    @Test("Negative numbers")
    func negativeNumbers() throws {
        #expect(try IniFile("green=-1").byte("green", in: "") == 0)
    }

    @Test("Numbers that fit")
    func numbersThatFit() throws {
        #expect(try IniFile("green=255").byte("green", in: "") == 255)
        #expect(try IniFile("green=0").byte("green", in: "") == 0)
    }
}
