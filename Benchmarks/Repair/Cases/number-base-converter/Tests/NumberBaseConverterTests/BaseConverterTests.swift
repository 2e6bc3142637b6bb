import Testing

@testable import NumberBaseConverter

@Suite struct BaseConverterTests {
    @Test func writes_hexadecimal() throws {
        #expect(try BaseConverter(base: 16).text(48879) == "beef")
    }

    @Test func reads_hexadecimal() throws {
        #expect(try BaseConverter(base: 16).number("BEEF") == 48879)
    }

    @Test func writes_negative_numbers() throws {
        #expect(try BaseConverter(base: 2).text(-5) == "-101")
    }

    @Test func reads_one_digit() throws {
        #expect(try BaseConverter(base: 36).number("-z") == -35)
    }

    @Test func refuses_digits_of_a_larger_base() throws {
        let converter = try BaseConverter(base: 8)
        #expect(throws: BaseError.invalidDigit("8")) { try converter.number("18") }
    }

    @Test func refuses_base_one() {
        #expect(throws: BaseError.unsupportedBase(1)) { try BaseConverter(base: 1) }
    }
}
