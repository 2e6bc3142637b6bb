import XCTest

@testable import LeapYearCalendar

final class CivilCalendarTests: XCTestCase {
    func testCommonLeapYears() {
        XCTAssertTrue(CivilCalendar.isLeap(2024))
        XCTAssertFalse(CivilCalendar.isLeap(2023))
        XCTAssertTrue(CivilCalendar.isLeap(2000))
    }

    func testCenturyThatIsNoLeapYear() {
        XCTAssertFalse(CivilCalendar.isLeap(1900))
    }

    func testDayOfYear() {
        XCTAssertEqual(CivilCalendar.dayOfYear(day: 1, month: 3, year: 2024), 61)
        XCTAssertNil(CivilCalendar.dayOfYear(day: 31, month: 4, year: 2024))
    }

    func testUnknownMonth() {
        XCTAssertNil(CivilCalendar.days(inMonth: 13, of: 2020))
    }
}
