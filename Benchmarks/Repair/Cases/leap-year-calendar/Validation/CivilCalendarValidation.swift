import XCTest

@testable import LeapYearCalendar

final class CivilCalendarValidation: XCTestCase {
    func testCenturies() {
        for year in [1600, 2000, 2400] { XCTAssertTrue(CivilCalendar.isLeap(year)) }
        for year in [1700, 1800, 1900, 2100, 2200, 2300] {
            XCTAssertFalse(CivilCalendar.isLeap(year), "\(year)")
        }
    }

    func testDaysOfYear() {
        XCTAssertEqual(CivilCalendar.dayOfYear(day: 31, month: 12, year: 2200), 365)
        XCTAssertEqual(CivilCalendar.dayOfYear(day: 31, month: 12, year: 2400), 366)
        XCTAssertEqual(CivilCalendar.dayOfYear(day: 1, month: 1, year: 1), 1)
        XCTAssertNil(CivilCalendar.dayOfYear(day: 29, month: 2, year: 1800))
        XCTAssertNil(CivilCalendar.dayOfYear(day: 0, month: 2, year: 1801))
    }
}
