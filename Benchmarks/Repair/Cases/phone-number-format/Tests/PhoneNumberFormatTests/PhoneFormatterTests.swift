import XCTest

@testable import PhoneNumberFormat

final class PhoneFormatterTests: XCTestCase {
    private let formatter = PhoneFormatter(countryCode: "49")

    func testGroups() {
        XCTAssertEqual(formatter.format("030123456"), "(030) 123 456")
    }

    func testIgnoresPunctuation() {
        XCTAssertEqual(formatter.format("030/123-4567"), "(030) 123 4567")
    }

    func testInternational() {
        XCTAssertEqual(formatter.international("0301234"), "+49301234")
        XCTAssertEqual(formatter.international("301234"), "+49301234")
    }
}
