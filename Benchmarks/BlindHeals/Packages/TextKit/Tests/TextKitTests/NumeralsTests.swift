import XCTest

@testable import TextKit

class NumeralsTests: XCTestCase {
    func test_styles() {
        XCTAssertEqual(Numerals.text(14, style: .decimal), "14")
        XCTAssertEqual(Numerals.text(14, style: .roman), "XIV")
        XCTAssertEqual(Numerals.text(14, style: .letters), "N")
    }

    func test_stylesFallBack() {
        XCTAssertEqual(Numerals.text(0, style: .roman), "0")
        XCTAssertEqual(Numerals.text(5000, style: .roman), "5000")
        XCTAssertEqual(Numerals.text(-3, style: .letters), "-3")
    }

    func test_roman() {
        XCTAssertEqual(Numerals.roman(1994), "MCMXCIV")
        XCTAssertEqual(Numerals.roman(3999), "MMMCMXCIX")
        XCTAssertNil(Numerals.roman(0))
        XCTAssertNil(Numerals.roman(4000))
    }

    func test_letters() {
        XCTAssertEqual(Numerals.letters(1), "A")
        XCTAssertEqual(Numerals.letters(28), "AB")
        XCTAssertEqual(Numerals.letters(703), "AAA")
    }

    func test_lettersBelowOne() {
        XCTAssertEqual(Numerals.letters(0), "")
        XCTAssertEqual(Numerals.letters(-30), "")
    }

    func test_value() {
        XCTAssertEqual(Numerals.value(of: "ff", base: 16), 255)
        XCTAssertEqual(Numerals.value(of: "1010", base: 2), 10)
        XCTAssertEqual(Numerals.value(of: "", base: 10), 0)
    }

    func test_valueOfWrongDigits() {
        XCTAssertNil(Numerals.value(of: "12", base: 2))
        XCTAssertNil(Numerals.value(of: "x", base: 16))
    }

    func test_valueThatIsTooLarge() {
        XCTAssertNil(Numerals.value(of: "ffffffffffffffff", base: 16))
        XCTAssertNil(Numerals.value(of: "99999999999999999999", base: 10))
        XCTAssertNil(Numerals.value(of: "9223372036854775808", base: 10))
    }

    func test_digits() {
        XCTAssertEqual(Numerals.digits(255, base: 16), [15, 15])
        XCTAssertEqual(Numerals.digits(0, base: 2), [0])
        XCTAssertEqual(Numerals.digits(10, base: 2), [1, 0, 1, 0])
    }

    func test_digitsOfNoBase() {
        XCTAssertEqual(Numerals.digits(10, base: 1), [])
        XCTAssertEqual(Numerals.digits(3, base: 1), [])
        XCTAssertEqual(Numerals.digits(10, base: 17), [])
    }
}
