import Logic
import Testing

@Suite struct HeldOutDigits {
    @Test func digits_of_zero_and_below() {
        #expect(Checksum.digits(of: 0).isEmpty)
        #expect(Checksum.digits(of: -35) == [])
    }

    @Test func digits_of_a_number() {
        #expect(Checksum.digits(of: 1000) == [0, 0, 0, 1])
        #expect(Checksum.digits(of: 42) == [2, 4])
    }

    @Test func a_check_digit() {
        #expect(Checksum.isLuhnValid(4_539_578_763_621_486))
        #expect(!Checksum.isLuhnValid(4_539_578_763_621_487))
    }
}
