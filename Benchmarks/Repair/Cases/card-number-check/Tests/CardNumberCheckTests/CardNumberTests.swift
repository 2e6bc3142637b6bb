import Testing

@testable import CardNumberCheck

@Suite struct CardNumberTests {
    @Test func sum_of_digits() {
        #expect(CardNumber.luhnSum(of: 0) == 0)
        #expect(CardNumber.luhnSum(of: 1234) == 14)
    }

    @Test func valid_numbers() {
        #expect(CardNumber(4_539_148_803_436_467).isValid)
        #expect(!CardNumber(4_539_148_803_436_468).isValid)
    }

    @Test func appends_the_check_digit() {
        #expect(CardNumber(withoutCheckDigit: 7_992_739_871).value == 79_927_398_713)
    }

    @Test func zero_is_not_valid() {
        #expect(!CardNumber(0).isValid)
    }

    @Test func masks_digits() {
        #expect(CardNumber(1_234_567_890).masked == "******7890")
    }
}
