import Testing

@testable import NumberBaseConverter

@Suite struct BaseConverterValidation {
    @Test(arguments: [2, 3, 7, 10, 16, 36]) func round_trips(base: Int) throws {
        let converter = try BaseConverter(base: base)
        for number in [0, 1, 2, 9, 10, 35, 36, 100, 255, 12345, -1, -77, 1 << 40] {
            #expect(try converter.number(converter.text(number)) == number)
            #expect(converter.text(number) == String(number, radix: base))
        }
    }

    @Test func reads_leading_zeros() throws {
        #expect(try BaseConverter(base: 10).number("0012") == 12)
        #expect(try BaseConverter(base: 2).number("1000") == 8)
        #expect(try BaseConverter(base: 10).number("-120") == -120)
    }

    @Test func refusals() throws {
        let converter = try BaseConverter(base: 10)
        #expect(throws: BaseError.noDigits) { try converter.number("") }
        #expect(throws: BaseError.noDigits) { try converter.number("-") }
        #expect(throws: BaseError.invalidDigit("a")) { try converter.number("1A2") }
        #expect(throws: BaseError.unsupportedBase(37)) { try BaseConverter(base: 37) }
        #expect(throws: BaseError.invalidDigit(" ")) { try converter.number("1 2") }
    }
}
