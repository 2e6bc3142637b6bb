import XCTest

@testable import PhoneNumberFormat

final class PhoneFormatterValidation: XCTestCase {
    private let formatter = PhoneFormatter(countryCode: "1")

    func testShortNumbers() {
        for number in ["", "1", "112", "1234", "123456"] {
            XCTAssertEqual(formatter.format(number), number)
        }
        XCTAssertEqual(formatter.format("none"), "")
        XCTAssertEqual(formatter.format("1-1-2"), "112")
    }

    func testLongNumbers() {
        XCTAssertEqual(formatter.format("1234567"), "(123) 456 7")
        XCTAssertEqual(formatter.format("123 456 789 012"), "(123) 456 789012")
    }

    func testInternational() {
        XCTAssertEqual(formatter.international(""), "+1")
        XCTAssertEqual(formatter.international("00"), "+10")
    }
}
