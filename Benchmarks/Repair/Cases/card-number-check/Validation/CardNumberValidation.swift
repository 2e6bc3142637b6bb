import Testing

@testable import CardNumberCheck

@Suite struct CardNumberValidation {
    @Test func sums() {
        #expect(CardNumber.luhnSum(of: 5) == 5)
        #expect(CardNumber.luhnSum(of: 50) == 1)
        #expect(CardNumber.luhnSum(of: 90) == 9)
        #expect(CardNumber.luhnSum(of: 18) == 10)
        #expect(CardNumber.luhnSum(of: 100) == 1)
        #expect(CardNumber.luhnSum(of: 1000) == 2)
    }

    @Test func check_digits_make_numbers_valid() {
        for number in stride(from: 1, to: 100_000, by: 733) {
            let card = CardNumber(withoutCheckDigit: number)
            #expect(card.isValid)
            #expect(card.value / 10 == number)
            let digit = card.value % 10
            for other in 0..<10 where other != digit {
                #expect(!CardNumber(number * 10 + other).isValid)
            }
        }
    }

    @Test func negative_numbers() {
        #expect(!CardNumber(-18).isValid)
    }

    @Test func short_masks() {
        #expect(CardNumber(123).masked == "123")
        #expect(CardNumber(1234).masked == "1234")
        #expect(CardNumber(12345).masked == "*2345")
    }
}
